import type { TrafficLight } from '../../domain/progress.ts';

/** Every colour of the picture. A test checks WCAG 2.2 AA: 4.5:1 for text, 3:1 for drawings. */
export const paper = '#ffffff';
export const ink = '#111827';
export const softInk = '#4b5563';
export const track = '#f3f4f6';
export const outline = '#6b7280';
export const divider = '#e5e7eb';

export const lightColours: Readonly<Record<TrafficLight, string>> = {
  green: '#1b7f3b',
  yellow: '#f5b800',
  red: '#b3261e',
  grey: '#6b7280',
};

/** What bounds a drawing of each light: yellow is too light to be seen on paper without a dark edge. */
export const lightEdges: Readonly<Record<TrafficLight, string>> = { ...lightColours, yellow: '#6b4700' };
