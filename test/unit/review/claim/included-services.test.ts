import { describe, expect, it } from '@jest/globals';
import { includedService } from '#review/rules/claim/pairs/included-service.ts';
import { modifier25 } from '#review/rules/claim/modifiers/modifier-25.ts';
import { said } from './claim-context.ts';

const judged = (items: string[], note = 'Procedure: done as planned under local anesthesia. Tolerated well.') =>
  said(includedService, { items, note });

describe('a service that another one of the claim holds by definition', () => {
  it.each([
    [['29828-RT', '29805-RT'], '29828+29805 -> 29828'],
    [['49650-LT', '49320'], '49650+49320 -> 49650'],
    [['43239', '43235'], '43239+43235 -> 43239'],
    [['52332-LT', '52000'], '52332+52000 -> 52332'],
    [['36475-RT', '76942-26'], '36475+76942 -> 36475'],
    [['64483-LT', '77003'], '64483+77003 -> 64483'],
    [['28285-T1', '64450-LT'], '28285+64450 -> 28285'],
    [['93000', '93010'], '93000+93010 -> 93000'],
    [['94060', '94010'], '94060+94010 -> 94060'],
    [['80053', '82565'], '80053+82565 -> 80053'],
    [['99291', '71045'], '99291+71045 -> 99291'],
    [['25605-RT', '29125-RT'], '25605+29125 -> 25605'],
    [['11042', '97597'], '11042+97597 -> 11042'],
    [['52353-LT', '52332-LT'], '52353+52332 -> 52356-LT'],
    [['49082', '76942'], '49082+76942 -> 49083'],
  ])('is not billed apart: %j', (items, finding) => {
    expect(judged(items)).toEqual([`code-pair-edit ${finding}`]);
  });

  it.each([
    [['29828-RT', '29805-LT']],
    [['29881-LT', '29870-LT-59']],
    [['52353-LT', '52332-RT']],
    [['20552', '76942']],
    [['45385', '45380-59']],
    [['99214-25', '93000']],
    [['99214', '96372']],
    [['80053', '85025', '36415']],
    [['94060', '94729']],
    [['01630', '64415-59']],
    [['20610-RT', '64405']],
    [['76856', '76830']],
    [['11042', '97597-58']],
  ])('is left where each stands by itself: %j', (items) => {
    expect(judged(items)).toEqual([]);
  });

  it('is reported once where several codes hold it', () => {
    expect(judged(['45384', '45380-59', '45378'])).toEqual(['code-pair-edit 45384+45378 -> 45384']);
  });

  it('is no visit that a modifier would set apart', () => {
    expect(said(modifier25, { items: ['99211', '96372'], note: 'Nurse visit: depo given IM left deltoid.' })).toEqual(
      [],
    );
  });

  it('is apart where the record names another joint', () => {
    const note =
      'Procedure: right knee arthroscopy with partial medial meniscectomy, no complication.\nRight shoulder: subacromial injection performed, triamcinolone 40 mg.';
    expect(judged(['29881-RT', '20610-RT-59'], note)).toEqual([]);
    expect(judged(['29881-RT', '20610-LT'], note)).toEqual([]);
  });

  it('is an unsupported modifier where the record shows one site', () => {
    const note =
      'Procedure: excisional debridement of the heel. The same wound was debrided selectively; no separate wound.';
    expect(judged(['11042', '97597-59'], note)).toEqual(['code-pair-edit 11042+97597 -> 11042']);
  });
});
