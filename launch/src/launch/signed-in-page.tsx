import { useEffect, useMemo, useState } from 'react';
import { ApiProblem, createLaunchApi } from '../api.ts';
import { LaunchPage } from './launch-page.tsx';
import { Problem } from './problem.tsx';
import { SignedOut } from './signed-out.tsx';

/** Where one page of the browser tells the others that the person has signed out. */
const SIGNED_OUT = 'revrx-signed-out';

/** A launch until its person signs out, on this page or on another of the browser; then nothing of it is left here. */
export function SignedInPage({ launchId }: { readonly launchId: string }) {
  const api = useMemo(() => createLaunchApi(launchId), [launchId]);
  const channel = useMemo(() => new BroadcastChannel(SIGNED_OUT), []);
  const [signedOut, setSignedOut] = useState(false);
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const forget = (): void => setSignedOut(true);
    channel.addEventListener('message', forget);
    return () => channel.removeEventListener('message', forget);
  }, [channel]);

  const signOut = async (): Promise<void> => {
    try {
      await api.signOut();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
      channel.postMessage(true);
      setSignedOut(true);
    } catch (error) {
      setProblem(error instanceof ApiProblem ? error.message : 'You are still signed in. Close the browser.');
    }
  };

  if (signedOut) return <SignedOut />;
  return (
    <>
      {problem !== undefined && <Problem title="You are still signed in" message={problem} />}
      <LaunchPage launchId={launchId} onSignOut={() => void signOut()} />
    </>
  );
}
