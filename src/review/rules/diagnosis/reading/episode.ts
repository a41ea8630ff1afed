import type { Evidence } from '../../../finding.ts';
import { evidenceAt, findPhrases } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

/** The 7th character that the record supports for an injury: A active treatment, D healing, G delayed, K nonunion, P malunion, S sequela. */
export interface DocumentedEpisode {
  readonly character: 'A' | 'D' | 'G' | 'K' | 'P' | 'S';
  readonly evidence: Evidence;
}

const SIGNS: readonly (readonly [DocumentedEpisode['character'], RegExp])[] = [
  ['K', /\bnon-?union\b/gi],
  ['P', /\bmal-?union\b/gi],
  ['G', /\bdelayed (?:union|healing)\b/gi],
  ['S', /\b(?:sequelae? of|late effects? of)\b/gi],
  [
    'D',
    /\b(?:routine healing|healing (?:well|routinely|appropriately|as expected|nicely|normally)|(?:well|routinely|uneventfully)[- ]heal(?:ed|ing)|interval healing|healing (?:\w+ ){0,3}fracture|bridging callus|callus formation|aftercare|(?:cast|splint|pin|suture|staple)s? (?:was |were )?(?:removed|removal)(?: today)?|fracture (?:is )?heal(?:ed|ing)|(?:\d+|one|two|three|four|five|six|eight|ten|twelve) (?:weeks?|wks?|months?|mos?) (?:s\/p|status post|after|post|out from)[^.;\n]{0,40}(?:ORIF|fixation|surgery|fracture|injury|repair|reduction|fall))/gi,
  ],
];
const ACTIVE =
  /\b(?:ORIF (?:today|performed)|closed reduction|reduced|reduction performed|splint(?:ed)? (?:applied|placed)|applied (?:a )?(?:\w+ ){0,4}(?:splint|cast)|(?:will|plan(?:ned)? for) (?:ORIF|surgery|fixation)|scheduled for (?:ORIF|surgery|fixation)|to the OR|taken to (?:the )?OR|suture(?:d)? (?:repair|closed)|wound (?:irrigated|closed)|surgical fixation (?:today|tomorrow))\b/i;

/** The episode that the notes state in their own words; undefined when they do not, and never from "initial visit". */
export function documentedEpisode(context: RuleContext): DocumentedEpisode | undefined {
  for (const [character, pattern] of SIGNS) {
    for (const document of context.documents) {
      const match = findPhrases(document, pattern).find(
        ({ assertion }) => assertion === 'asserted' || assertion === 'historical',
      );
      if (match !== undefined) return { character, evidence: evidenceAt(document, match) };
    }
  }
  return undefined;
}

/** Whether the notes show treatment of the injury itself at this encounter. */
export function isActivelyTreated({ chart }: RuleContext): boolean {
  if (chart.setting === 'ed' || chart.setting === 'surgery') return true;
  return chart.documents.some(({ text }) => ACTIVE.test(text));
}
