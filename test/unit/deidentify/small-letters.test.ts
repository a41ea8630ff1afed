import { describe, it } from '@jest/globals';
import { expectMasked } from './marked-notes.ts';

describe('notes in small letters or in capitals', () => {
  it.each([
    'she was seen in the office today and then sent to «O:quadstate cancer center» for a second opinion about the knee.',
    'he was discharged from «O:hillmont dialysis center» on «D:march 6» and has felt tired and weak since then.',
    'she retired from «O:tyson foods» and now she takes care of two cats and reads a lot at home.',
    'she took the bus from «A:zanesville» and is tired; the pain in her knee is worse with stairs.',
    'he will be staying in «A:eau claire» for a while with his family and walks every day without pain.',
    'date of discharge was «D:may 6th, 2019» and the wound was clean and dry with no sign of infection.',
    'home address is «A:7287 w 12th street», «A:mobile», al «A:36602» and he has lived alone for many years now.',
    'mailing address is «A:po box 982», «A:reading».\nno new complaints today and she sleeps well at night.',
    'the nurse from «O:the tulsa va» came to the home today and checked the blood pressure twice.',
    'SHE RETIRED FROM «O:TYSON FOODS» AFTER MANY YEARS AND NOW SHE HAS PAIN IN BOTH KNEES WHEN SHE WALKS.',
    'HE WORKS AS A DEALER AT «O:LARKMOOR CASINO», WHERE THE AIR IS BAD, AND HE COUGHS AT NIGHT AND IN THE MORNING.',
    'SHE WAS SEEN AT «O:OAKMONT REGIONAL» FOR CHEST PAIN AND WAS SENT HOME WITH NO CHANGE IN HER PILLS.',
    'SHE TOOK THE BUS FROM «A:ZANESVILLE» AND IS TIRED. NO FEVER, NO CHILLS, NO COUGH, NO CHEST PAIN TODAY.',
    'SEEN AT URGENT CARE IN «A:ROCK SPRINGS» FOR THE SAME KNEE AND SENT HOME WITH A BRACE AND PAIN PILLS.',
  ])('masks %s', (line) => {
    expectMasked(line);
  });

  it.each([
    'the patient goes to physical therapy and the pain clinic; we will call the clinic and the cancer center about her care.',
    'she was seen at an outside hospital and at the wound care center, and the school nurse gave her a ride from work.',
    'he may 2 times a day take the drug with food; march in place for a minute; he is in pain from walking to the store.',
    'HER KNEE WAS DONE AT THE HOSPITAL AND SHE IS TO FOLLOW UP AT THE CLINIC IN TWO WEEKS FOR SUTURE REMOVAL.',
  ])('leaves %j alone', (line) => {
    expectMasked(line);
  });
});
