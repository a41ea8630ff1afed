import { holds, type Inclusion } from './inclusion.ts';

/** Operations whose surgeon gives the local or regional anesthesia as part of them; not injections, and not casts. */
const OPERATIONS =
  '10040-10180 11000-11012 11042-11047 11200-11646 11730-11771 12001-17315 19000-19499 20150-20251 20650-28899 29800-29999 30000-31298 33206-33249 36473-36483 37700-37785 38500-38999 40490-42999 46040-46948 49491-49659 52000-58999 63001-63746 64702-64999 65091-69990';
const OPEN_ABDOMINAL =
  '38100 43500-43640 43800-43870 44005-44160 44320-44346 44602-44680 44950-44960 47600-47620 48100-48155 49540 50220-50240 51550-51597 58150-58240 58700-58960';
const HYSTERECTOMIES = '58150-58294 58541-58554 58570-58575';
const FRACTURE_CARE = '23500-23680 24500-24685 25500-25695 26600-26785 27193-27269 27500-27566 27750-27848 28400-28675';

/** What an operation holds: anesthesia by its surgeon, the approach, closure, the first cast, and its own lesser steps. */
export const OPERATION_INCLUSIONS: readonly Inclusion[] = [
  ...holds('anesthesia given by the operating surgeon is part of the operation', 'whole', [
    OPERATIONS,
    '64400-64418 64425-64450 64455 62320-62323',
  ]),
  ...holds('the bladder catheter is part of the operation', 'whole', [
    '27130-27138 27440-27447 33510-33536 44005-44160 47562-47620 50010-51597 51600 51700 51715-51729 51840-53899 55801-55867 57200-58294 58541-58579 59400-59622 63001-63056',
    '51701 51702',
  ]),
  ...holds(
    'a catheter put in with more trouble is the one catheter',
    'whole',
    ['51702-51703', '51701'],
    ['51703', '51702'],
  ),
  ...holds('exploring the abdomen is part of an open operation in it', 'whole', [OPEN_ABDOMINAL, '49000']),
  ...holds('freeing adhesions is part of the operation', 'whole', [
    '44005-44160 44204-44213 47562-47620 49650-49659 58150-58294 58541-58575',
    '44180 58660',
  ]),
  ...holds('tubes and ovaries are in the code of the operation', 'side', [HYSTERECTOMIES, '58661 58700 58720 58940']),
  ...holds(
    'the lesser operation is part of the fuller one',
    'whole',
    ['47563-47564', '47562'],
    ['47564', '47563'],
    ['47605', '47600'],
  ),
  ...holds(
    'the lesser operation at the place is part of the fuller one',
    'side',
    ['10061', '10060'],
    ['10121', '10120'],
    ['19301-19307', '19101 19120'],
    ['19307', '38500 38525 38745'],
    ['42820-42821', '42825 42826 42830 42831'],
    ['49505-49525', '55520'],
    ['33208', '33206 33207'],
    ['33206-33208 33249', '33210 33211'],
    ['66982 66984', '65800 66030 67500 67515 68200'],
    ['67028', '65800 67500 67515'],
    ['69210', '69209'],
    ['69200', '69209 69210'],
    ['69420-69436', '69210'],
    ['69209-69210 69420-69436', '92504'],
    ['92928', '92920 92924'],
    ['28285', '28010 28232 28234'],
    ['11750 11765', '11730'],
  ),
  ...holds(
    'an injection into the joint or tendon operated on is part of the operation',
    'site',
    ['23412 23472 27130 27132 27440-27447 29805-29828 29860-29889', '20610 20611'],
    ['64721 29848', '20526 20605'],
    ['25000 26055', '20550'],
  ),
  ...holds('the first cast, splint or strapping is part of the care of the fracture', 'side', [
    FRACTURE_CARE,
    '29000-29590',
  ]),
  ...holds('selective or plain debridement of the wound is part of the deeper one', 'site', [
    '11042-11047',
    '97597 97598 97602',
  ]),
  ...holds(
    'the deepest tissue removed from a wound makes its code',
    'site',
    ['11043-11044', '11042'],
    ['11044', '11043'],
    ['97597 97605-97608', '97602'],
    ['15002-15005 15271-15278', '11042 97597 97602'],
  ),
  ...holds(
    'nail care of the toe is part of the fuller one',
    'site',
    ['11720-11721', '11719 G0127'],
    ['11730 11750', '11719-11721'],
  ),
  ...holds('plain closure is part of the excision or drainage', 'site', [
    '10060-10180 11104-11107 11400-11446 11600-11646 17311-17315 19120 21011-21016 21930-21936 24071-24079 27327-27339',
    '12001-12018',
  ]),
  ...holds('moving the tissue holds the excision and the closure', 'site', [
    '14000-14302',
    '11400-11446 11600-11646 12001-13160',
  ]),
  ...holds('a biopsy of the lesion removed is part of the removal', 'site', [
    '11300-11313 11400-11446 11600-11646',
    '11102 11104 11106',
  ]),
  ...holds('the surgeon reads the tissue as part of the operation', 'whole', [
    '17311-17315',
    '88302-88309 88331 88332',
  ]),
  ...holds(
    'the care of the pregnancy holds it',
    'whole',
    ['59400 59510 59610 59618', '59409 59410 59425 59426 59430 59514 59515'],
    ['59410 59515 59614 59622', '59409 59430 59514'],
    ['59400-59410 59610-59614', '59300 59414'],
    ['59510-59515 59618-59622', '59414'],
  ),
];
