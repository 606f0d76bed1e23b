import { Textarea } from '@mantine/core';

interface Props {
  readonly label: string;
  readonly description?: string;
  readonly value: string;
  readonly maxLength?: number;
  readonly onChange: (text: string) => void;
}

/** What must be written down about a decision, so that others can follow it later. */
export function ReasonField({ label, description, value, maxLength = 4000, onChange }: Props) {
  return (
    <Textarea
      label={label}
      description={description}
      required
      autosize
      minRows={3}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
