/*
 * The kinds of pictures. A kind is an entry here, and a function in a file of its own. The code that draws is imported
 * when a picture is drawn: the help needs the entries alone.
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
    draw: async (input) => (await import('./tree.ts')).tree(input),
  },
  {
    name: 'graph',
    shows: 'the tests as a graph',
    filters: [1, 1],
    formats: ['svg', 'dot', 'mermaid'],
    draw: async (input) => (await import('./graph.ts')).graph(input),
  },
  {
    name: 'arcs',
    shows: 'the listing with its jumps, and what A holds',
    filters: [1, 1],
    formats: ['svg'],
    draw: async (input) => (await import('./arcs.ts')).arcs(input),
  },
]
