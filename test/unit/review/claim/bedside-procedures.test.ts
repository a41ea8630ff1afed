import { describe, expect, it } from '@jest/globals';
import { lateralityModifier } from '#review/rules/claim/modifiers/laterality-modifier.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { said } from './claim-context.ts';

describe('a procedure at the bedside that is not on the claim', () => {
  it.each([
    ['24640', "Nursemaid's elbow, left: hyperpronation, click felt, reduced on first attempt, using the arm again."],
    ['24640', 'Procedure: Closed reduction of radial head subluxation, left. Supination and flexion; palpable click.'],
    ['23650', 'Anterior shoulder dislocation reduced with the Cunningham technique, clunk felt, tolerated well.'],
    ['26770', 'PIP joint dislocation of the ring finger reduced with traction after digital block.'],
    ['65222', 'Corneal foreign body removed under slit lamp with a 25 gauge needle.'],
    ['69200', 'Bead removed from left ear canal with alligator forceps.'],
    ['30901', 'Anterior epistaxis: silver nitrate applied to the septum, hemostasis.'],
    ['11730', 'Toenail avulsed after digital block with lidocaine.'],
  ])('is missed: %s', (code, note) => {
    expect(said(missedService, { setting: 'ed', items: ['99283'], note })).toEqual([`missed-service  -> ${code}`]);
    expect(said(missedService, { setting: 'ed', items: ['99283', code], note })).toEqual([]);
  });

  it.each([
    'Shoulder dislocation, self-reduced prior to arrival with traction by a friend.',
    'Nasal foreign body: removal attempted, unsuccessful; ENT will remove it.',
    'Anterior epistaxis stopped with pressure; if it recurs, silver nitrate will be applied.',
    "History of nursemaid's elbow reduced last year at an outside hospital.",
  ])('is not missed: %s', (note) => {
    expect(said(missedService, { setting: 'ed', items: ['99283'], note })).toEqual([]);
  });
});

describe('the side of an eye or ear procedure', () => {
  it('is asked for where the line carries none', () => {
    const note = 'Procedure: corneal foreign body of the right eye removed with a 25 g needle.';
    expect(said(lateralityModifier, { setting: 'ed', items: ['65222'], note })).toEqual(['modifier 65222 -> 65222-RT']);
    expect(said(lateralityModifier, { setting: 'ed', items: ['65222-RT'], note })).toEqual([]);
    expect(said(lateralityModifier, { setting: 'ed', items: ['65222-LT'], note })).toEqual([
      'modifier 65222 -> 65222-RT',
    ]);
  });
  it('is asked for after a reduction', () => {
    const note = 'Procedure: closed reduction of radial head subluxation, left elbow, performed.';
    expect(said(lateralityModifier, { setting: 'ed', items: ['24640-RT'], note })).toEqual([
      'modifier 24640 -> 24640-LT',
    ]);
  });
});

describe('a test that the note puts off', () => {
  it.each([
    'ECG: deferred today, machine out for service.\nPlan: return in 3 weeks with log; ECG then.',
    'EKG not done, machine down.\nWill get EKG next visit.',
    'ECG was not obtained today.\nRTC for EKG.',
  ])('was not done: %s', (note) => {
    expect(said(serviceNotPerformed, { items: ['99214', '93000'], note })).toEqual(['unsupported-service 93000 -> ']);
  });
  it.each([
    'ECG today: sinus rhythm, no ST change. No repeat ECG needed.',
    'EKG in office: normal sinus. Stress test not done.',
  ])('was done: %s', (note) => {
    expect(said(serviceNotPerformed, { items: ['99214', '93000'], note })).toEqual([]);
  });
});
