import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { t } from '#ui/i18n';

const isScheme = (value: string): value is MantineColorScheme =>
  value === 'light' || value === 'dark' || value === 'auto';

/** Light, dark, or as the system has it. */
export function SchemeToggle() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      aria-label={t('scheme.label')}
      value={colorScheme}
      onChange={(value) => {
        if (isScheme(value)) setColorScheme(value);
      }}
      data={[
        { value: 'light', label: t('scheme.light') },
        { value: 'auto', label: t('scheme.auto') },
        { value: 'dark', label: t('scheme.dark') },
      ]}
    />
  );
}
