import { describe, expect, it } from '@jest/globals';
import { compileRecord } from '#deidentify/known/compiled-record.ts';
import { detectLocally } from '#deidentify/detect.ts';
import { unmark } from './marked-notes.ts';

const NOBODY = compileRecord({});

function expectMarked(marked: string): void {
  const { text, identifiers } = unmark(marked);
  const found = detectLocally(text, NOBODY).map(({ start, end }) => text.slice(start, end));
  expect(found).toEqual(identifiers.map(({ start, end }) => text.slice(start, end)));
}

describe('dates in unusual forms', () => {
  it.each([
    'Read on «D:4 / 28 / 20» and «D:11 / 2 / 2019».',
    "DOB: «D:10/3/'78», seen «D:3/7/’24».",
    'Date of birth: «D:9.9.98». Last A1c «D:1.11.18».',
    'Tetanus booster «D:2023-09». Stopped «D:2018-04».',
    'Off work «D:9-13 July 2020», away «D:3rd to 9th of May».',
    'Was in from «D:6/3–11/2024», then «D:5/15-22/2023».',
    'Labs «D:07-12»: stable. BMP («D:8/21») unremarkable. CT («D:10-19») clear.',
    'No show «D:6/23». Wants a letter by «D:5/3».',
    'Surgery on «D:June twenty-fourth». Quit on «D:September fifteenth, two thousand and nineteen».',
    'Dated the «D:twenty-eighth of June». CT from «D:mid-March» reviewed. Her «D:May-20» visit.',
    'dob: «D:mar. 12, 1973»',
  ])('masks %s', expectMarked);

  it.each([
    'Coumadin 5/2.5 alternating.',
    'BUN 23.\nCreatinine 1.1.',
    'Christmas tree pattern rash. Easter egg sized lump.',
    'Take 1-2 tablets; 10-12 reps; range (10-19); 12-18 months.',
    'Software version 2.10.18. Reduced by 1/2. Grip 5 / 5 / 5.',
    'The twenty-first dose. Between 2019-20 nothing changed.',
  ])('leaves %j alone', expectMarked);
});
