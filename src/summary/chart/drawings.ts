import type { TrafficLight } from '../../domain/progress.ts';
import { ink, lightColours, lightEdges, outline, paper, track } from './palette.ts';

/** Drawings as SVG in a data URI. They contain only numbers and colours of ours, never a text. */

export const BAR_HEIGHT = 44;
/** Room above and below the bar for the marks that stick out. */
const OVERHANG = 7;
const TRACK_HEIGHT = BAR_HEIGHT - 2 * OVERHANG;
/** Half of a mark's width, so that it is whole at 0 and at 100. */
const INSET = 10;

/** Thickness of the edge around the filled part of a bar: 1.3 px on a phone of 360. */
const EDGE = 4;

const dataUri = (svg: string): string => `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** Circle, triangle, square, diamond: they differ without colour. */
export function shape(light: TrafficLight, size: number): string {
  return dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 40 40">${outlineOf(light)}</svg>`,
  );
}

function outlineOf(light: TrafficLight): string {
  const fill = `fill="${lightColours[light]}"`;
  switch (light) {
    case 'green':
      return `<circle cx="20" cy="20" r="17" ${fill}/>`;
    case 'yellow':
      return `<path d="M20 4 L37 35 L3 35 Z" ${fill} stroke="${lightEdges.yellow}" stroke-width="4" stroke-linejoin="round"/>`;
    case 'red':
      return `<rect x="4" y="4" width="32" height="32" ${fill}/>`;
    case 'grey':
      return `<path d="M20 4 L36 20 L20 36 L4 20 Z" fill="${paper}" stroke="${lightColours.grey}" stroke-width="5"/>`;
  }
}

export type BarDrawing = {
  readonly light: TrafficLight;
  readonly percent: number | null;
  readonly expected: number | null;
  readonly previous: number | null;
};

/**
 * A bar with its marks: a line for the expected progress, a ring for the previous cut. Without a report the
 * bar is dashed and empty.
 */
export function bar(of: BarDrawing, width: number): string {
  const at = (percent: number) => (INSET + ((width - 2 * INSET) * clamp(percent)) / 100).toFixed(1);
  const box = (extra: string) =>
    `<rect x="${INSET}" y="${OVERHANG}" width="${width - 2 * INSET}" height="${TRACK_HEIGHT}" ${extra}/>`;
  const shapes = [
    box(`fill="${of.percent === null ? paper : track}"`),
    of.percent === null ? '' : filledPart(of.light, Number(at(of.percent)) - INSET),
    box(
      `fill="none" stroke="${outline}" stroke-width="2"${of.percent === null ? ' stroke-dasharray="8 6"' : ''}`,
    ),
    of.expected === null ? '' : expectedMark(at(of.expected)),
    of.previous === null ? '' : previousMark(at(of.previous)),
  ];
  return dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${BAR_HEIGHT}" viewBox="0 0 ${width} ${BAR_HEIGHT}">${shapes.join('')}</svg>`,
  );
}

export const COURSE_HEIGHT = 70;

/** The figures of the cuts so far as a line, this cut's as a full point: 0 below, 100 above. */
export function course(percents: readonly number[], width: number): string {
  const step = (width - 2 * INSET) / Math.max(1, percents.length - 1);
  const points = percents.map((percent, place) => ({
    x: (INSET + place * step).toFixed(1),
    y: (COURSE_HEIGHT - INSET - ((COURSE_HEIGHT - 2 * INSET) * clamp(percent)) / 100).toFixed(1),
  }));
  const line = `<polyline points="${points.map(({ x, y }) => `${x},${y}`).join(' ')}" fill="none" stroke="${outline}" stroke-width="4"/>`;
  const dots = points.map(
    ({ x, y }, place) =>
      `<circle cx="${x}" cy="${y}" r="6" fill="${place === points.length - 1 ? ink : paper}" stroke="${ink}" stroke-width="3"/>`,
  );
  return dataUri(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${COURSE_HEIGHT}" viewBox="0 0 ${width} ${COURSE_HEIGHT}">${line}${dots.join('')}</svg>`,
  );
}

/** The edge lies inside, so that the length stays true. */
function filledPart(light: TrafficLight, length: number): string {
  const edge = Math.min(EDGE, length / 2);
  const inner = `x="${INSET + edge}" y="${OVERHANG + EDGE}" width="${(length - 2 * edge).toFixed(1)}" height="${TRACK_HEIGHT - 2 * EDGE}"`;
  return `<rect x="${INSET}" y="${OVERHANG}" width="${length.toFixed(1)}" height="${TRACK_HEIGHT}" fill="${lightEdges[light]}"/><rect ${inner} fill="${lightColours[light]}"/>`;
}

/** Dark with a light edge, so that it is visible on the bar and beside it. */
function expectedMark(x: string): string {
  return `<path d="M${x} 1 V${BAR_HEIGHT - 1}" stroke="${paper}" stroke-width="10"/><path d="M${x} 1 V${BAR_HEIGHT - 1}" stroke="${ink}" stroke-width="5"/>`;
}

function previousMark(x: string): string {
  const y = BAR_HEIGHT / 2;
  return `<circle cx="${x}" cy="${y}" r="9" fill="${paper}"/><circle cx="${x}" cy="${y}" r="6.5" fill="${paper}" stroke="${ink}" stroke-width="4"/>`;
}

const clamp = (percent: number): number => Math.min(100, Math.max(0, percent));
