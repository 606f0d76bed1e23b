import { Title } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { useMe } from '../shell/use-me.js';

/** Head and body of every page; sets the window's title. */
export function Page({
  title,
  lead,
  actions,
  wide = false,
  children,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const project = useMe().installation.projectName;
  useEffect(() => {
    document.title = `${title} · ${project}`;
  }, [title, project]);
  return (
    <div className={wide ? 'page page-wide' : 'page'}>
      <header className="page-head">
        <div>
          <Title order={1}>{title}</Title>
          {lead === undefined ? null : <p className="page-lead">{lead}</p>}
        </div>
        {actions === undefined ? null : <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
