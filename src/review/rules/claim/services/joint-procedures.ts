import { codeRange, type ServiceFamily } from './service-family.ts';

const JOINT = /^(?:M|S|E0[89]\.6|E1[0-3]\.6|D|L40|G5|Z96|R29|Q)/;
const FRACTURE_OR_SPRAIN = /^(?:S|M|T|Q|R)/;

/** Injections, splints and arthroscopy. */
export const JOINT_PROCEDURES: readonly ServiceFamily[] = [
  {
    name: 'tendon or trigger point injection',
    codes: ['20526', '20550', '20551', '20552', '20553', '20612'],
    mention: /\b(?:inject|trigger point|TPI|aspirat)\w*/i,
    act: /\b(?:injected|injection (?:performed|given|done|of|into|was)|TPIs?|infiltrated)\b/i,
    justifiedBy: /^(?:M|G|S|R)/,
    globalDays: 0,
    alwaysNamed: true,
  },
  {
    name: 'small joint injection',
    codes: ['20600', '20604'],
    mention: /\b(?:inject|aspirat|arthrocentes|tapped)\w*/i,
    act: /\b(?:injected|aspirated|arthrocentesis|(?:injection|aspiration) (?:performed|given|done|of|into|was))\b/i,
    justifiedBy: JOINT,
    globalDays: 0,
    sided: true,
    bilateral: true,
    alwaysNamed: true,
  },
  {
    name: 'intermediate joint injection',
    codes: ['20605', '20606'],
    mention: /\b(?:inject|aspirat|arthrocentes|tapped)\w*/i,
    act: /\b(?:injected|aspirated|arthrocentesis|(?:injection|aspiration) (?:performed|given|done|of|into|was))\b/i,
    justifiedBy: JOINT,
    globalDays: 0,
    sided: true,
    bilateral: true,
    alwaysNamed: true,
  },
  {
    name: 'large joint injection',
    codes: ['20610', '20611'],
    mention: /\b(?:inject|aspirat|arthrocentes|tapped)\w*/i,
    act: /\b(?:injected|aspirated|arthrocentesis|(?:injection|aspiration) (?:performed|given|done|of|into|was))\b/i,
    justifiedBy: JOINT,
    globalDays: 0,
    sided: true,
    bilateral: true,
    alwaysNamed: true,
  },
  {
    name: 'ultrasound guidance of a needle',
    codes: ['76942'],
    mention: /\b(?:ultrasound|US|u\/s|sono\w*)[- ]*(?:guid\w+|visuali\w+)?\b/i,
    splits: true,
    alwaysNamed: true,
  },
  {
    name: 'splint or cast',
    codes: [...codeRange(29000, 29131), ...codeRange(29345, 29515)],
    mention: /\b(?:splint|cast)(?:ed|ing|s)?\b/i,
    act: /\b(?:splint|cast)\w*\b[^.\n]{0,60}\b(?:applied|placed|fashioned|molded)\b|\b(?:applied|placed|fashioned|molded)\b[^.\n]{0,60}\b(?:splint|cast)\b|\bsplinted\b|\bcasted\b/i,
    justifiedBy: FRACTURE_OR_SPRAIN,
    globalDays: 0,
    sided: true,
    alwaysNamed: true,
  },
  {
    name: 'strapping',
    codes: [...codeRange(29200, 29280), ...codeRange(29520, 29584)],
    mention: /\b(?:strap|tape|taped|taping|unna|wrap|buddy|compression)\w*/i,
    globalDays: 0,
  },
  {
    name: 'knee arthroscopy',
    codes: codeRange(29870, 29889),
    mention: /\b(?:arthroscop|meniscec|meniscus|chondroplast|shav|debrid|synovec|ligament|reconstruct)\w*/i,
    globalDays: 90,
    sided: true,
    bilateral: true,
  },
  {
    name: 'shoulder arthroscopy',
    codes: codeRange(29805, 29828),
    mention: /\b(?:arthroscop|rotator|acromio|labr|biceps|debrid|subacrom)\w*/i,
    globalDays: 90,
    sided: true,
    bilateral: true,
  },
];
