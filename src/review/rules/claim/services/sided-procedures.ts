import { codeRange, type ServiceFamily } from './service-family.ts';

const sided = (name: string, codes: readonly string[], mention: RegExp, globalDays: 0 | 10 | 90): ServiceFamily => ({
  name,
  codes,
  mention,
  globalDays,
  sided: true,
  bilateral: true,
});

const REDUCTION = /\b(?:reduc(?:ed|tion)|manipulat\w+|closed treatment|relocat\w+)\b/i;

/** Procedures on one of a pair that no other family knows: reductions, eye, ear, breast, kidney, and injections beside the spine. */
export const SIDED_PROCEDURES: readonly ServiceFamily[] = [
  { ...sided('reduction of a radial head subluxation', ['24640'], REDUCTION, 10), act: REDUCTION },
  {
    ...sided(
      'treatment of a fracture or dislocation',
      [
        ...codeRange(23500, 23680),
        ...codeRange(24500, 24635),
        ...codeRange(24650, 24685),
        ...codeRange(25500, 25695),
        ...codeRange(27230, 27269),
        ...codeRange(27500, 27566),
        ...codeRange(27750, 27848),
        ...codeRange(28400, 28485),
      ],
      /\b(?:reduc(?:ed|tion)|manipulat\w+|closed treatment|fixation|ORIF|relocat\w+)\b/i,
      90,
    ),
    act: /\b(?:reduced|reduction (?:of|performed|done|achieved|with|was|under)|manipulated|closed (?:treatment|reduction)|fixation|ORIF|relocated)\b/i,
  },
  sided(
    'eye laser or surface procedure',
    ['65430', '65435', '65436', '65855', '66761', '66821', '67105', '67145', '67210', '67220', '67228', '67145'],
    /\b(?:laser|YAG|capsulotom\w*|iridotom\w*|trabeculoplast\w*|photocoagulat\w*|PRP|SLT|retinopex\w*|debrid\w*|scrap\w+)\b/i,
    10,
  ),
  sided(
    'eye operation',
    [...codeRange(66170, 66185), ...codeRange(67036, 67043), '65756', '65730', '66985'],
    /\b(?:trabeculectom\w*|vitrectom\w*|tube shunt|keratoplast\w*|lens)\b/i,
    90,
  ),
  sided('breast biopsy', [...codeRange(19081, 19086), '19100', '19101'], /\b(?:biops\w+|core|stereotactic)\b/i, 0),
  sided('breast excision', ['19120', '19125'], /\b(?:excis\w+|lumpectom\w*)\b/i, 90),
  sided(
    'stone or stent procedure of the ureter',
    ['52332', '52351', '52352', '52353', '52356'],
    /\b(?:stents?|ureteroscop\w*|lithotrips\w*|stone)\b/i,
    0,
  ),
  sided('shock wave lithotripsy', ['50590'], /\b(?:lithotrips\w*|ESWL|SWL|shock ?wave)\b/i, 90),
  sided(
    'injection beside the spine',
    ['64479', '64483', '64490', '64493', '64633', '64635', '27096'],
    /\b(?:inject\w*|transforaminal|TFESI|facet|medial branch|SI joint|sacroiliac|ablation|RFA)\b/i,
    0,
  ),
  sided('nerve block', ['64405', '64415', '64417', '64418', '64445', '64447', '64450'], /\b(?:block|inject\w*)\b/i, 0),
  sided('vein ablation', ['36475', '36478', '36482'], /\b(?:ablat\w*|EVLT|RFA|saphenous)\b/i, 0),
];
