import type { MdmView } from '#http/contract.ts';

const LEVELS = ['high', 'moderate', 'low', 'straightforward'] as const;
type Level = (typeof LEVELS)[number];

/** The published table of medical decision making: a column an element, a row a level, the notes' words in the cells. */
export function MdmTable({ mdm }: { readonly mdm: MdmView }) {
  return (
    // Scrolls where the frame is narrow, so that a keyboard must be able to reach it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="mdm" aria-label="Decision making" tabIndex={0}>
      <table>
        <caption>
          Decision making: {span(mdm.level)}. Two of the three elements must meet or pass a level, so that the middle
          one of the three counts.
        </caption>
        <thead>
          <tr>
            <th scope="col">Level</th>
            {mdm.elements.map(({ element, title, ...bounds }) => (
              <th key={element} scope="col">
                {title}
                <span className="mdm-reached">{span(bounds)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {LEVELS.map((level) => (
            <tr key={level} className={level === mdm.level.lower ? 'mdm-level' : undefined}>
              <th scope="row">
                {level}
                {level === mdm.level.lower && <span className="visually-hidden"> (this visit)</span>}
              </th>
              {mdm.elements.map((element) => (
                <Cell key={element.element} element={element} level={level} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly element: MdmView['elements'][number];
  readonly level: Level;
}

function Cell({ element, level }: CellProps) {
  const facts = element.facts.filter((fact) => fact.level === level);
  const reached = element.lower === level;
  return (
    <td className={reached ? 'mdm-cell-reached' : undefined}>
      {facts.map(({ words, evidence }) => (
        <div key={words} className="mdm-fact">
          {words}
          {evidence.map(({ documentId, start, quote }) => (
            <q key={`${documentId}:${start}`}>{quote}</q>
          ))}
        </div>
      ))}
      {facts.length === 0 && reached && 'no more than this is in the notes'}
    </td>
  );
}

function span({ lower, upper }: { readonly lower: Level; readonly upper: Level }): string {
  return lower === upper ? lower : `${lower} to ${upper}`;
}
