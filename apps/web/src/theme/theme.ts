import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

/** The one accent: the blue of ink. Shade 7 is the light scheme's `--ot-accent`, shade 3 the dark one's. */
const ink: MantineColorsTuple = [
  '#eef1fb',
  '#dbe2f7',
  '#bfcbf3',
  '#a3b9ff',
  '#7d97ea',
  '#5877d6',
  '#3a5bbd',
  '#1f3f99',
  '#18327c',
  '#112560',
];

export const theme = createTheme({
  colors: { ink },
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '10px' },
  fontFamily: 'var(--ot-sans)',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace',
  headings: {
    fontFamily: 'var(--ot-serif)',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: 'clamp(1.6rem, 1.2rem + 1.5vw, 2.25rem)', lineHeight: '1.15' },
      h2: { fontSize: '1.3rem', lineHeight: '1.25' },
      h3: { fontSize: '1.05rem', lineHeight: '1.3' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** Mantine paints with the tokens of libs/ui/styles/components.css, so that app and public pages are one house. */
export const cssVariables: CSSVariablesResolver = () => {
  const both = {
    '--mantine-color-body': 'var(--ot-paper)',
    '--mantine-color-text': 'var(--ot-ink)',
    '--mantine-color-dimmed': 'var(--ot-soft)',
    '--mantine-color-placeholder': 'var(--ot-soft)',
    '--mantine-color-anchor': 'var(--ot-accent)',
    '--mantine-color-default': 'var(--ot-sheet)',
    '--mantine-color-default-border': 'var(--ot-field)',
    '--mantine-color-default-hover': 'var(--ot-sunk)',
    '--mantine-color-error': 'var(--ot-error)',
  };
  return { variables: {}, light: both, dark: both };
};
