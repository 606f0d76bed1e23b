import { useId } from 'react';
import { t } from '#ui/i18n';

interface TextFileProps {
  readonly label: string;
  readonly accept: string;
  readonly maxBytes: number;
  readonly onText: (text: string, name: string) => void;
  readonly onProblem: (message: string) => void;
}

/** Reads a chosen file as UTF-8 text; anything else is named and refused before it is sent. */
export function TextFile({ label, accept, maxBytes, onText, onProblem }: TextFileProps) {
  const id = useId();
  const read = async (file: File) => {
    if (file.size > maxBytes) {
      onProblem(t('file.tooLarge', { name: file.name, megabytes: Math.round(maxBytes / 1_000_000) }));
      return;
    }
    try {
      const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
      onText(text, file.name);
    } catch {
      onProblem(t('file.notText', { name: file.name }));
    }
  };
  return (
    <div className="file-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="file"
        accept={accept}
        onChange={(event) => {
          const file = event.currentTarget.files?.[0];
          if (file !== undefined) void read(file);
        }}
      />
    </div>
  );
}
