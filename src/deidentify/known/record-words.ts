export const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della di da dos das do du la le las los el al bin ibn bint abu ap ter ten te zu zur zum af av y e san santa st o d l m n mac mc fitz ben bar st saint'.split(
    ' ',
  ),
);

export const SUFFIXES: ReadonlySet<string> = new Set(
  'jr sr ii iii iv md do rn phd np pa dds dpm mr mrs ms dr'.split(' '),
);

export const GENERIC_PLACE_WORDS: ReadonlySet<string> = new Set(
  'the of and at in for a hospital hospitals medical center centre clinic clinics health healthcare system care institute associates group practice family medicine internal community regional general memorial university county city street road avenue urgent emergency surgery surgical orthopedics orthopaedics dialysis rehabilitation rehab nursing home hospice pharmacy laboratory laboratories imaging radiology pediatrics oncology cancer heart cardiology north south east west northern southern eastern western saint st new department physicians specialists services service program llc inc pllc pc school college academy church house'.split(
    ' ',
  ),
);
