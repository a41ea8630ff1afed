/** Films of one body part by their number of views: each code with the least number that it stands for. Numbers from CPT. */
export interface FilmViews {
  readonly part: string;
  /** Ascending. */
  readonly ladder: readonly { readonly code: string; readonly views: number }[];
}

const views = (part: string, ...rows: readonly (readonly [string, number])[]): FilmViews => ({
  part,
  ladder: rows.map(([code, count]) => ({ code, views: count })),
});

export const FILM_VIEWS: readonly FilmViews[] = [
  views('chest|CXR', ['71045', 1], ['71046', 2], ['71047', 3], ['71048', 4]),
  views('shoulder', ['73020', 1], ['73030', 2]),
  views('elbow', ['73070', 2], ['73080', 3]),
  views('wrist', ['73100', 2], ['73110', 3]),
  views('hand', ['73120', 2], ['73130', 3]),
  views('hip|pelvis', ['73501', 1], ['73502', 2], ['73503', 4]),
  views('femur|thigh', ['73551', 1], ['73552', 2]),
  views('knee', ['73560', 1], ['73562', 3], ['73564', 4]),
  views('ankle', ['73600', 2], ['73610', 3]),
  views('foot', ['73620', 2], ['73630', 3]),
  views('cervical|c-?spine|neck', ['72040', 2], ['72050', 4], ['72052', 6]),
  views('lumbar|l-?spine|LS spine|lumbosacral|low back', ['72100', 2], ['72110', 4]),
  views('abd\\w*|KUB', ['74018', 1], ['74019', 2], ['74021', 3]),
];

/** Scans of one body part: without contrast, with it, and without then with it. */
export interface ContrastScan {
  readonly name: string;
  readonly scan: 'CT' | 'MR';
  readonly without: string;
  readonly with: string;
  readonly both: string;
}

const scan = (name: string, kind: 'CT' | 'MR', codes: readonly [string, string, string]): ContrastScan => ({
  name,
  scan: kind,
  without: codes[0],
  with: codes[1],
  both: codes[2],
});

export const CONTRAST_SCANS: readonly ContrastScan[] = [
  scan('head CT', 'CT', ['70450', '70460', '70470']),
  scan('face CT', 'CT', ['70486', '70487', '70488']),
  scan('neck CT', 'CT', ['70490', '70491', '70492']),
  scan('chest CT', 'CT', ['71250', '71260', '71270']),
  scan('neck spine CT', 'CT', ['72125', '72126', '72127']),
  scan('low back CT', 'CT', ['72131', '72132', '72133']),
  scan('pelvis CT', 'CT', ['72192', '72193', '72194']),
  scan('abdomen CT', 'CT', ['74150', '74160', '74170']),
  scan('abdomen and pelvis CT', 'CT', ['74176', '74177', '74178']),
  scan('brain MRI', 'MR', ['70551', '70552', '70553']),
  scan('neck spine MRI', 'MR', ['72141', '72142', '72156']),
  scan('chest spine MRI', 'MR', ['72146', '72147', '72157']),
  scan('low back MRI', 'MR', ['72148', '72149', '72158']),
  scan('pelvis MRI', 'MR', ['72195', '72196', '72197']),
  scan('arm joint MRI', 'MR', ['73221', '73222', '73223']),
  scan('leg joint MRI', 'MR', ['73721', '73722', '73723']),
  scan('abdomen MRI', 'MR', ['74181', '74182', '74183']),
];
