import { MDM_ELEMENT_WORDS, MDM_LEVELS, mdmRowWords, type MdmContent } from '#review/index.ts';
import { escapeHtml } from './escape-html.ts';

type Element = MdmContent['elements'][number];
type Level = Element['lower'];

/** The published table of medical decision making, highest level first, with the notes' words in its cells. */
export function renderMdm({ elements, level }: MdmContent): string {
  const heads = elements.map(
    (element) => `<th scope="col">${MDM_ELEMENT_WORDS[element.element]}<br>${span(element)}</th>`,
  );
  const rows = MDM_LEVELS.toReversed().map(
    (own) =>
      `<tr><th scope="row"${own === level.lower ? ' class="reached"' : ''}>${own}</th>${elements.map((element) => renderCell(element, own)).join('')}</tr>`,
  );
  return `<table><caption>Decision making: ${span(level)}. Two of the three elements must meet or pass a level.</caption>
<thead><tr><th scope="col">Level</th>${heads.join('')}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table>`;
}

function renderCell({ lower, facts }: Element, level: Level): string {
  const words = facts
    .filter((fact) => fact.level === level)
    .map(({ row, evidence }) =>
      [escapeHtml(mdmRowWords(row)), ...evidence.map(({ quote }) => `<q>${escapeHtml(quote)}</q>`)].join('<br>'),
    );
  return `<td${lower === level ? ' class="reached"' : ''}>${words.join('<br>')}</td>`;
}

function span({ lower, upper }: { readonly lower: Level; readonly upper: Level }): string {
  return lower === upper ? lower : `${lower} to ${upper}`;
}
