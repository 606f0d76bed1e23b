import './theme/mantine-styles.js';
import '../../../libs/ui/styles/components.css';
import './theme/app.css';
import './theme/workbench.css';
import './theme/report.css';
import './theme/feeds.css';
import './theme/calendar.css';
import './theme/sources.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './api/queries.js';
import { makeQueryClient } from './api/query-client.js';
import { LiveRegion } from './feedback/announcer.js';
import { listenForShortcuts } from './keyboard/shortcuts.js';
import { makeRouter } from './routes.js';
import { cssVariables, theme } from './theme/theme.js';

const queryClient = makeQueryClient(() => {
  // The session is gone: ask again who we are, and let the routes send the person to the door.
  void queryClient.invalidateQueries(meQuery).then(() => router.invalidate());
});
const router = makeRouter(queryClient);
const schemeManager = localStorageColorSchemeManager({ key: 'outturn.color-scheme' });

listenForShortcuts();

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        colorSchemeManager={schemeManager}
      >
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-right" />
          <LiveRegion />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
