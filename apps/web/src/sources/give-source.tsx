import { Button, Tabs, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import { t } from '#ui/i18n';
import type { Given } from './given.js';

const ACCEPTED =
  '.txt,.md,.markdown,.html,.htm,.xhtml,.pdf,.docx,text/plain,text/markdown,text/html,application/pdf';

interface GiveSourceProps {
  readonly firstAddress: string;
  readonly isReading: boolean;
  /** What the server said against the address. */
  readonly addressProblem: string | undefined;
  readonly onGiven: (given: Given) => void;
  readonly onAddresses: (addresses: readonly string[]) => void;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The three ways to give a text. */
export function GiveSource(props: GiveSourceProps) {
  const { firstAddress, isReading, addressProblem, onGiven, onAddresses, onFiles } = props;
  return (
    <Tabs defaultValue="address" keepMounted className="give">
      <Tabs.List aria-label={t('give.how')}>
        <Tabs.Tab value="address">{t('give.address')}</Tabs.Tab>
        <Tabs.Tab value="files">{t('give.files')}</Tabs.Tab>
        <Tabs.Tab value="text">{t('give.text')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="address">
        <GiveAddress
          first={firstAddress}
          problem={addressProblem}
          isReading={isReading}
          onGiven={onAddresses}
        />
      </Tabs.Panel>
      <Tabs.Panel value="files">
        <GiveFiles isReading={isReading} onFiles={onFiles} />
      </Tabs.Panel>
      <Tabs.Panel value="text">
        <GiveText isReading={isReading} onGiven={(text) => onGiven({ from: 'text', text })} />
      </Tabs.Panel>
    </Tabs>
  );
}

interface GiveAddressProps {
  readonly first: string;
  readonly problem: string | undefined;
  readonly isReading: boolean;
  readonly onGiven: (addresses: readonly string[]) => void;
}

function GiveAddress({ first, problem, isReading, onGiven }: GiveAddressProps) {
  const [written, setWritten] = useState(first);
  const addresses = written.split(/\s+/u).filter((address) => address !== '');
  const submit = () => {
    if (addresses.length > 0 && !isReading) onGiven(addresses);
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Textarea
        label={t('give.address.label')}
        description={t('give.address.hint')}
        required
        autosize
        minRows={1}
        maxRows={12}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="url"
        placeholder="https://"
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={(event) => {
          // One address is sent off as from any other field; a list goes on.
          if (event.key !== 'Enter' || event.shiftKey || addresses.length > 1) return;
          event.preventDefault();
          submit();
        }}
        error={problem}
      />
      <Button type="submit" loading={isReading} className="form-submit">
        {addresses.length > 1 ? t('give.batch', { n: addresses.length }) : t('give.read')}
      </Button>
    </form>
  );
}

interface GiveFilesProps {
  readonly isReading: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function GiveFiles({ isReading, onFiles }: GiveFilesProps) {
  const id = useId();
  return (
    <div className="form file-field give-files">
      <label htmlFor={id}>{t('give.files.label')}</label>
      <p className="ot-soft" id={`${id} hint`}>
        {t('give.files.hint')}
      </p>
      <input
        id={id}
        type="file"
        multiple
        accept={ACCEPTED}
        disabled={isReading}
        aria-describedby={`${id} hint`}
        onChange={(event) => {
          const input = event.currentTarget;
          const files = [...(input.files ?? [])];
          // The same file, mended, can be chosen again.
          input.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </div>
  );
}

interface GiveTextProps {
  readonly isReading: boolean;
  readonly onGiven: (text: string) => void;
}

function GiveText({ isReading, onGiven }: GiveTextProps) {
  const [text, setText] = useState('');
  return (
    <form
      className="form form-wide"
      onSubmit={(event) => {
        event.preventDefault();
        onGiven(text);
      }}
    >
      <Textarea
        label={t('give.text.label')}
        description={t('give.text.hint')}
        required
        autosize
        minRows={8}
        maxRows={20}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" loading={isReading} className="form-submit">
        {t('give.read')}
      </Button>
    </form>
  );
}
