import '@mantine/core/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './launch/problem.tsx';
import { SignedInPage } from './launch/signed-in-page.tsx';

/** `/app/launches/:launchId`. The id is no secret: the cookie must own the launch. */
const launchId = /^\/app\/launches\/([0-9a-f-]{36})\/?$/.exec(location.pathname)?.[1];

const root = document.querySelector('#root');
if (root === null) throw new TypeError('the page has no #root');

// The page's policy allows no inline styles: Mantine's variables come from its style sheet instead.
createRoot(root).render(
  <StrictMode>
    <MantineProvider withCssVariables={false} withGlobalClasses={false} forceColorScheme="light">
      {launchId === undefined ? (
        <Problem title="Nothing to show here" message="Open RevRx from a patient's chart in your EHR." />
      ) : (
        <SignedInPage launchId={launchId} />
      )}
    </MantineProvider>
  </StrictMode>,
);
