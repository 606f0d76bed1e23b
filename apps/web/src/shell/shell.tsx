import { Button } from '@mantine/core';
import { useIsFetching } from '@tanstack/react-query';
import { Outlet, useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { MailAlarmBanner } from '../mail/mail-alarm-banner.js';
import { PendingSubmission } from '../review/pending-submission.js';
import { t } from '#ui/i18n';
import { DemoBanner } from './demo-banner.js';
import { KeyboardHelp } from './keyboard-help.js';
import { destinationsFor } from './navigation.js';
import { SideNav } from './side-nav.js';
import { useMe } from './use-me.js';
import { UserPanel } from './user-panel.js';

const Palette = lazy(async () => ({ default: (await import('./palette.js')).Palette }));

/** What stands around every page of the workspace. */
export function Shell() {
  const me = useMe();
  const navigate = useNavigate();
  const [isNavOpen, setNavOpen] = useState(false);
  const [isHelpOpen, setHelpOpen] = useState(false);
  // How often the palette was asked for; 0 means it was never loaded.
  const [paletteCalls, setPaletteCalls] = useState(0);
  const openPalette = () => {
    setPaletteCalls((calls) => calls + 1);
  };
  const openHelp = () => {
    setHelpOpen(true);
  };
  useShortcuts(t('help.group.everywhere'), [
    { keys: 'mod+k', label: t('palette.label'), run: openPalette },
    { keys: '?', label: t('help.title'), run: openHelp },
    ...destinationsFor(me.user?.roles ?? []).map((place) => ({
      keys: `g ${place.key}`,
      label: t('help.goTo', { place: t(place.label) }),
      run: () => void navigate({ to: place.to }),
    })),
  ]);
  return (
    <>
      <a className="skip-link" href="#content">
        {t('site.skip')}
      </a>
      <DemoBanner />
      {me.user?.roles.includes('admin') === true ? <MailAlarmBanner /> : null}
      <div className="shell">
        <aside className="shell-side" aria-label={t('nav.side')} data-open={isNavOpen}>
          <div className="shell-side-inner">
            <div className="shell-brand">
              <a href="/" className="wordmark">
                {me.installation.projectName}
              </a>
              <Button
                className="nav-toggle"
                size="compact-md"
                variant="default"
                aria-expanded={isNavOpen}
                aria-controls="shell-nav"
                onClick={() => setNavOpen(!isNavOpen)}
              >
                {isNavOpen ? t('nav.close') : t('nav.open')}
              </Button>
            </div>
            <div id="shell-nav" className="shell-nav">
              <SideNav onGo={() => setNavOpen(false)} />
              <UserPanel onHelp={openHelp} onPalette={openPalette} />
            </div>
          </div>
        </aside>
        <main id="content" tabIndex={-1}>
          <FetchLine />
          <Outlet />
        </main>
      </div>
      <PendingSubmission />
      <KeyboardHelp opened={isHelpOpen} onClose={() => setHelpOpen(false)} />
      {paletteCalls === 0 ? null : (
        <Suspense fallback={null}>
          <Palette key={paletteCalls} onHelp={openHelp} />
        </Suspense>
      )}
    </>
  );
}

/** A thin line while anything is being fetched in the background. */
function FetchLine() {
  const isFetching = useIsFetching() > 0;
  return <div className="fetch-line" data-active={isFetching} aria-hidden="true" />;
}
