import type { Schemas } from '../api/client.js';
import { useToday } from '../shell/use-me.js';
import { OutsideLink } from '#ui/claim';
import { formatInstant } from '#ui/format';
import { t } from '#ui/i18n';
import { FeedActions } from './feed-actions.js';
import { FeedPolls } from './feed-polls.js';

type Feed = Schemas['Feed'];

export function FeedRow({ feed }: { readonly feed: Feed }) {
  const { zone } = useToday();
  const { siteUrl, url, title, lastSuccessAt, nextPollAt, events } = feed;
  return (
    <li className="feed-row">
      <p className="row-title">
        <OutsideLink address={siteUrl ?? url}>{title}</OutsideLink>
      </p>
      <p className="ot-soft row-facts">
        <span className="web-address">{url}</span>
      </p>
      <p className="ot-soft row-facts">
        <span>
          {lastSuccessAt === null
            ? t('feed.neverRead')
            : t('feed.lastSuccess', { date: formatInstant(lastSuccessAt, zone) })}
        </span>
        {nextPollAt === null || feed.lastPolledAt === null ? null : (
          <span>{t('feed.next', { date: formatInstant(nextPollAt, zone) })}</span>
        )}
        <span>{t('feed.events', { n: events })}</span>
        <Precision feed={feed} />
      </p>
      <p className="row-tags">
        <span className={feed.failures > 0 ? 'tag tag-strong' : 'tag'}>{healthOf(feed)}</span>
      </p>
      <FeedTrouble feed={feed} />
      <FeedActions feed={feed} />
      <FeedPolls feed={feed} />
    </li>
  );
}

/** How many of its matches people found right, of those they judged. */
function Precision({ feed: { suggested, confirmed, rejected } }: { readonly feed: Feed }) {
  const judged = confirmed + rejected;
  if (judged === 0 && suggested === 0) return null;
  return (
    <span>
      {judged === 0
        ? t('feed.matches.waiting', { n: suggested })
        : t('feed.matches.judged', { confirmed, judged, n: suggested })}
    </span>
  );
}

function healthOf({ state, failures, lastPolledAt }: Feed): string {
  if (state === 'paused') return t('feed.paused');
  if (state === 'gone') return t('feed.gone');
  if (failures > 0) return t('feed.failing');
  return lastPolledAt === null ? t('feed.waiting') : t('feed.working');
}

/** What is wrong, and what is odd and does no harm. */
function FeedTrouble({ feed }: { readonly feed: Feed }) {
  const { zone } = useToday();
  const { faultDetail: why, failures, state, remarks, restingUntil } = feed;
  return (
    <>
      {why === null ? null : (
        <p className="flag">
          {state === 'gone' ? t('feed.goneFor', { why }) : t('feed.failures', { n: failures, why })}
        </p>
      )}
      {restingUntil === null || state !== 'active' ? null : (
        <p>{t('feed.resting', { date: formatInstant(restingUntil, zone) })}</p>
      )}
      {remarks.length === 0 ? null : (
        <ul className="remarks ot-soft">
          {remarks.map((remark) => (
            <li key={remark.kind}>{describe(remark)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function describe({ kind, count, example }: Feed['remarks'][number]): string {
  const remark =
    kind === 'CUT_OFF' || kind === 'WRONG_CHARSET'
      ? t(`feed.remark.${kind}`)
      : t(`feed.remark.${kind}`, { n: count });
  return example === '' || kind === 'CUT_OFF' ? remark : t('feed.remark.example', { remark, example });
}
