/*
 * The kinds of pictures. A kind is an entry here, and a function in a file of its own. The code that draws is
 * imported when a picture is drawn: the help needs only the entries.
 */
import type { DrawKind } from './kind.ts'

/** The kinds of pictures, in the order of the help. */
export const KINDS: readonly DrawKind[] = [
  {
    name: 'tree',
    shows: 'the search over the number line',
    filters: [1, 1],
    formats: ['svg'],
    isWeighted: true,
    takes: ['call'],
    draw: async (input) => (await import('./tree.ts')).tree(input),
  },
  {
    name: 'graph',
    shows: 'the tests as a graph',
    filters: [1, 1],
    formats: ['svg', 'dot', 'mermaid'],
    takes: ['call'],
    draw: async (input) => (await import('./graph.ts')).graph(input),
  },
  {
    name: 'arcs',
    shows: 'the listing with its jumps, and what A holds',
    filters: [1, 1],
    formats: ['svg'],
    takes: ['call'],
    draw: async (input) => (await import('./arcs.ts')).arcs(input),
  },
  {
    name: 'cost',
    shows: 'what each allowed call executes',
    filters: [1, 6],
    formats: ['svg'],
    isTitled: true,
    draw: async (input) => (await import('./cost.ts')).cost(input),
  },
  {
    name: 'barcode',
    shows: 'the verdict of each call, and what changes to a second filter',
    filters: [1, 2],
    formats: ['svg'],
    isTitled: true,
    draw: async (input) => (await import('./barcode.ts')).barcode(input),
  },
  {
    name: 'plane',
    shows: 'the verdicts of one call by two of its arguments',
    filters: [1, 1],
    formats: ['svg'],
    isTitled: true,
    takes: ['call'],
    draw: async (input) => (await import('./plane.ts')).plane(input),
  },
  {
    name: 'waterfall',
    shows: 'size and cost after each pass',
    filters: [1, 1],
    formats: ['svg'],
    isTitled: true,
    takes: ['pipeline'],
    draw: async (input) => (await import('./waterfall.ts')).waterfall(input),
  },
  {
    name: 'bitmap',
    shows: 'which calls never run the filter, and why not the others',
    filters: [1, 1],
    formats: ['svg'],
    isTitled: true,
    draw: async (input) => (await import('./bitmap.ts')).bitmap(input),
  },
]
