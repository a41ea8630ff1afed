document.documentElement.classList.add('js');
if (!navigator.pdfViewerEnabled) document.documentElement.classList.add('no-pdf');

for (const select of document.querySelectorAll('[data-submit-on-change]')) {
  select.addEventListener('change', () => select.form?.submit());
}

// Notes and reports in HTML: no script runs in their frames, so their height may be read.
function fitFrames(root) {
  for (const frame of root.querySelectorAll('iframe[data-fit]')) {
    const fit = () => {
      const height = frame.contentDocument?.documentElement?.scrollHeight ?? 0;
      if (height > 0) frame.style.height = `${height + 8}px`;
    };
    frame.addEventListener('load', fit);
    fit();
  }
}
fitFrames(document);
document.addEventListener('toggle', (event) => event.target instanceof HTMLElement && fitFrames(event.target), true);

// What an app writes appears without a reload, while somebody looks.
const EVERY_MS = 3000;
for (const region of document.querySelectorAll('[data-live]')) {
  let known = region.dataset.version;
  setInterval(async () => {
    if (document.visibilityState !== 'visible' || region.contains(document.activeElement)) return;
    const answer = await fetch(region.dataset.live).catch(() => undefined);
    const version = answer?.headers.get('X-Version') ?? known;
    if (!answer?.ok || version === known) return;
    known = version;
    region.innerHTML = await answer.text();
    fitFrames(region);
  }, EVERY_MS);
}
