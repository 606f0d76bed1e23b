import type { NoticeSettings, Person } from '#contracts/http';
import type { StoredNoticeSettings, StoredPerson } from '#platform/db';
import type { z } from 'zod';

type WirePerson = z.input<typeof Person>;
type WireSettings = z.input<typeof NoticeSettings>;

export function toWirePerson(person: StoredPerson): WirePerson {
  const { id, name, email, roles, disabledAt } = person;
  return { id, name, email, roles: [...roles], deactivatedAt: disabledAt?.toISOString() ?? null };
}

export function toWireSettings(settings: StoredNoticeSettings, installationZone: string): WireSettings {
  return {
    zone: settings.zone ?? installationZone,
    digestWeekday: settings.digestWeekday,
    digestHour: settings.digestHour,
    digestEnabled: settings.streams.includes('digest'),
    promptsEnabled: settings.streams.includes('prompts'),
  };
}

/** What the form says, over what is stored: streams it does not show stay as they are. */
export function toStoredSettings(form: WireSettings, before: StoredNoticeSettings): StoredNoticeSettings {
  const streams = new Set(before.streams);
  const set = (stream: 'digest' | 'prompts', isOn: boolean) =>
    isOn ? streams.add(stream) : streams.delete(stream);
  set('digest', form.digestEnabled);
  set('prompts', form.promptsEnabled);
  const { zone, digestWeekday, digestHour } = form;
  return { zone, digestWeekday, digestHour, streams: [...streams] };
}
