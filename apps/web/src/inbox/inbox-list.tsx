import { Button } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Schemas } from '../api/client.js';
import { ListKeysHint } from '../keyboard/list-keys.js';
import { useShortcuts } from '../keyboard/shortcuts.js';
import { useHasRole } from '../shell/use-me.js';
import { t } from '#ui/i18n';
import { AssignDialog } from './assign-dialog.js';
import { SkipDialog, SnoozeDialog } from './defer-dialog.js';
import { InboxRow } from './inbox-row.js';
import { useAssign, useSkip, useSnooze } from './use-inbox-actions.js';

type Item = Schemas['InboxItem'];
type Dialog = { readonly kind: 'snooze' | 'skip' | 'assign'; readonly ids: readonly string[] };

interface InboxListProps {
  readonly items: readonly Item[];
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

const ROW_PX = 104;
/** So near the end of what is there, more is asked for. */
const ROWS_AHEAD = 30;

/** As many rows as the window shows, of however many there are; keys walk them and do the work. */
export function InboxList({ items, hasMore, onMore }: InboxListProps) {
  const mayAssign = useHasRole('lead');
  const list = useRef<HTMLUListElement | null>(null);
  const [offset, setOffset] = useState(0);
  useEffect(() => setOffset(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: items.length,
    estimateSize: () => ROW_PX,
    getItemKey: (index) => items[index]?.propositionId ?? index,
    overscan: 8,
    scrollMargin: offset,
  });
  const shown = rows.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && last >= items.length - ROWS_AHEAD) onMore();
  }, [hasMore, last, items.length, onMore]);
  const { at, setAt, checked, check, uncheckAll, dialog, setDialog } = useInboxKeys(
    items,
    mayAssign,
    list,
    (to) => rows.scrollToIndex(to, { align: 'auto' }),
  );
  return (
    <>
      <ListKeysHint />
      {checked.size === 0 ? null : (
        <div className="selection-bar" role="region" aria-label={t('inbox.selected', { n: checked.size })}>
          <strong>{t('inbox.selected', { n: checked.size })}</strong>
          <Button size="compact-sm" onClick={() => setDialog({ kind: 'assign', ids: [...checked] })}>
            {t('inbox.assign')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setDialog({ kind: 'snooze', ids: [...checked] })}
          >
            {t('inbox.snooze')}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={uncheckAll}>
            {t('inbox.selected.none')}
          </Button>
        </div>
      )}
      <ul className="row-list inbox-list" ref={list} style={{ height: rows.getTotalSize() }}>
        {shown.map((row) => {
          const item = items[row.index];
          if (item === undefined) return null;
          return (
            <li
              key={row.key}
              ref={rows.measureElement}
              data-index={row.index}
              data-selected={row.index === at}
              aria-setsize={hasMore ? -1 : items.length}
              aria-posinset={row.index + 1}
              style={{ transform: `translateY(${String(row.start - offset)}px)` }}
            >
              <InboxRow
                item={item}
                index={row.index}
                isSelected={row.index === at}
                isChecked={mayAssign ? checked.has(item.propositionId) : null}
                onCheck={() => check(item.propositionId)}
                onFocus={() => setAt(row.index)}
              />
            </li>
          );
        })}
      </ul>
      {dialog === null ? null : (
        <Dialogs
          dialog={dialog}
          onClose={() => {
            setDialog(null);
            uncheckAll();
          }}
        />
      )}
    </>
  );
}

function Dialogs({ dialog, onClose }: { readonly dialog: Dialog; readonly onClose: () => void }) {
  const snooze = useSnooze();
  const skip = useSkip();
  const assign = useAssign();
  const [first = ''] = dialog.ids;
  switch (dialog.kind) {
    case 'snooze':
      return (
        <SnoozeDialog
          onClose={onClose}
          onChoose={(untilOn) => {
            snooze.mutate({ ids: dialog.ids, untilOn });
            onClose();
          }}
        />
      );
    case 'skip':
      return (
        <SkipDialog
          onClose={onClose}
          onChoose={(reason, note) => {
            skip.mutate({ id: first, reason, note });
            onClose();
          }}
        />
      );
    case 'assign':
      return (
        <AssignDialog
          ids={dialog.ids}
          onClose={onClose}
          onAsk={(asking) => {
            assign.mutate(asking);
            onClose();
          }}
        />
      );
  }
}

/** The marked row, the selected ones, and the keys that move and use them. */
function useInboxKeys(
  items: readonly Item[],
  mayAssign: boolean,
  list: React.RefObject<HTMLUListElement | null>,
  show: (index: number) => void,
) {
  const navigate = useNavigate();
  const [index, setAt] = useState(-1);
  const [checked, setChecked] = useState<ReadonlySet<string>>(new Set());
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const at = Math.min(index, items.length - 1);
  const marked = items[Math.max(0, at)];
  const go = (step: number) => {
    const next = Math.max(0, Math.min(items.length - 1, at + step));
    setAt(next);
    show(next);
    // The row may be drawn only after the scrolling.
    const focus = () =>
      list.current?.querySelector<HTMLElement>(`[data-row-link="${String(next)}"]`)?.focus();
    if (focus() === undefined) window.requestAnimationFrame(focus);
  };
  const check = (id: string) => {
    setChecked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  };
  const withMarked = (run: (item: Item) => void) => () => {
    if (marked !== undefined) run(marked);
  };
  const idsOf = (item: Item) => (checked.size === 0 ? [item.propositionId] : [...checked]);
  useShortcuts(t('inbox.work'), [
    { keys: 'j', label: t('help.next'), run: () => go(1) },
    { keys: 'k', label: t('help.previous'), run: () => go(-1) },
    {
      keys: 'Enter',
      label: t('help.open.item'),
      run: withMarked(({ propositionId }) => {
        void navigate({ to: '/review/$propositionId', params: { propositionId } });
      }),
    },
    {
      keys: 's',
      label: t('inbox.snooze'),
      run: withMarked((item) => setDialog({ kind: 'snooze', ids: idsOf(item) })),
    },
    {
      keys: 'd',
      label: t('inbox.skip'),
      run: withMarked((item) => setDialog({ kind: 'skip', ids: [item.propositionId] })),
    },
    ...(mayAssign
      ? [
          { keys: 'x', label: t('inbox.select.key'), run: withMarked((item) => check(item.propositionId)) },
          {
            keys: 'a',
            label: t('inbox.assign'),
            run: withMarked((item) => setDialog({ kind: 'assign', ids: idsOf(item) })),
          },
        ]
      : []),
  ]);
  return { at, setAt, checked, check, uncheckAll: () => setChecked(new Set()), dialog, setDialog };
}
