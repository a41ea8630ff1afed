import { wordSet } from './vocabulary.ts';

export const TIME_WORDS = wordSet(
  'on since until till through thru from by before after dated date of for due around about approximately approx in during last next this early late mid every seen started beginning ending ended between was born dob tomorrow today yesterday back late',
);
/** Words that make `3/10` a grade, a reading or a dose. */
export const FRACTION_WORDS = wordSet(`
rated rates rate pain strength grade graded bp pressure vision snellen score scores scored power reflex reflexes pulse pulses motor grip deltoid rose scale
quality reliability sem diastolic acuity biceps triceps quadriceps hamstrings flexion extension murmur murmurs systolic apgar apgars bishop mallampati station dtr dtrs intensity severity
strength visual worst best rom glasgow hip abduction adduction dorsiflexion plantarflexion iliopsoas gastrocnemius intrinsics interossei out
worse better improved severity moderate mild out numeric level levels energy sleep anxiety ratio fraction half third quarter tablet tab percocet norco vicodin lortab ultracet hydrocodone oxycodone fioricet advair symbicort breo hyzaar diovan lotrel zestoretic suboxone augmentin bactrim
oriented orientation recall recalls recalled remembered nodes cores bottles bipap cpap phq phq2 phq9 gad7 moca mmse mini cog slums gcs nihss hunt hess mrs barthel braden katz beighton waddell centor curb nyha
`);
/** Words a day follows at once. */
export const APPOINTED = wordSet(
  'lmp edd edc dos doi admit admitted discharge discharged appt appointment collected received reported signed drawn placed anniversary birthday show rescheduled deadline',
);
export const PLANS = wordSet(
  'appt appointment rtc followup scheduled saw seen due labs surgery visit next last return returning',
);
export const QUALIFIERS = wordSet('early late mid middle');
export const RANGE_WORDS = wordSet('to through thru until till and');
export const ORDINALS = wordSet('st nd rd th');
/** Words before `the 8th` that make it a day. */
export const DAY_CUES = wordSet(
  'on since until till by before after from started began starting beginning through around about due scheduled seen admitted discharged occurred happened',
);
export const DAY_NOUNS = wordSet(
  'of at in and or with for but when after before until since as he she they it we i to by the',
);
export const SPELLED_DAYS: ReadonlyMap<string, number> = new Map(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first thirtieth thirty-first'
    .split(' ')
    .map((word, at): [string, number] => [word, at + 1]),
);

export const MONTH_CUES = wordSet(
  'in on of since until till by before after during through from late early mid last this next every around about to between past each and or for until back due end beginning middle start',
);

export const HOLIDAYS: ReadonlyMap<string, readonly (readonly string[])[]> = holidays(`
christmas eve|christmas day|christmas|xmas|thanksgiving day|thanksgiving|halloween|easter sunday|easter monday|easter|good friday|palm sunday|ash wednesday|
memorial day|labor day|independence day|fourth of july|valentine s day|valentines day|new year s eve|new year s day|new years eve|new years day|new years|new year s|
veterans day|presidents day|president s day|columbus day|juneteenth|election day|martin luther king day|mlk day|mother s day|mothers day|father s day|fathers day|
st patrick s day|saint patrick s day|groundhog day|cinco de mayo|mardi gras|hanukkah|chanukah|passover|yom kippur|rosh hashanah|ramadan|eid al fitr|eid al adha|eid|diwali|kwanzaa|lunar new year|chinese new year|super bowl sunday|boxing day|canada day|black friday|indigenous peoples day|flag day|epiphany|all saints day
`);

function holidays(lines: string): ReadonlyMap<string, readonly (readonly string[])[]> {
  const map = new Map<string, string[][]>();
  for (const phrase of lines.replaceAll('\n', '').split('|')) {
    const words = phrase.trim().split(' ');
    const list = map.get(words[0] ?? '') ?? [];
    list.push(words);
    map.set(words[0] ?? '', list);
  }
  for (const list of map.values()) list.sort((a, b) => b.length - a.length);
  return map;
}
