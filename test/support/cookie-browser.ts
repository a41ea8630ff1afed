/** A browser as far as sign-in goes: follows redirects one by one, keeps cookies by host, runs no script. */
export class TestBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();
  readonly #keepCookiesFor: (host: string) => boolean;

  /** `keepCookiesFor` plays a browser that blocks cookies of some hosts. */
  constructor(keepCookiesFor: (host: string) => boolean = () => true) {
    this.#keepCookiesFor = keepCookiesFor;
  }

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    // Before the request goes out: another one to the host may be on its way too.
    this.#cookies.set(host, jar);
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    if (this.#keepCookiesFor(host)) for (const line of response.headers.getSetCookie()) keep(jar, line);
    return response;
  }

  /** A navigation: follows redirects, and gives the last answer with every address on the way. */
  async visit(url: string): Promise<{ response: Response; trail: string[] }> {
    const trail = [url];
    for (let hops = 0; hops < 12; hops += 1) {
      const at = trail.at(-1) ?? url;
      const response = await this.fetch(at, { headers: { accept: 'text/html,*/*;q=0.8' } });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null) return { response, trail };
      await response.body?.cancel();
      trail.push(new URL(location, at).href);
    }
    throw new RangeError('too many redirects');
  }

  cookie(host: string, name: string): string | undefined {
    return this.#cookies.get(host)?.get(name);
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', ...value] = pair.split('=');
  const over = /;\s*expires=([^;]+)/i.exec(line)?.[1];
  if (over !== undefined && Date.parse(over) <= Date.now()) jar.delete(name.trim());
  else jar.set(name.trim(), value.join('=').trim());
}
