/*
 * The places of nodes and edges, by dagre.
 *
 * Dagre gets nodes and edges in the order of the graph, with edges by number. Its result depends on that order alone.
 */
import * as dagre from '@dagrejs/dagre'

/** A point of a picture, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** The size of a node, in pixels. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Nodes by their sizes, and edges by the numbers of their nodes. */
export interface UnplacedGraph {
  readonly sizes: readonly Size[]
  readonly edges: readonly { readonly from: number; readonly to: number }[]
  /** Whether the graph runs from left to right, and not from the top down. */
  readonly isSideways: boolean
}

/** The middles of nodes, and the bends of edges. */
export interface Places extends Size {
  readonly nodes: readonly (Point & Size)[]
  readonly edges: readonly (readonly Point[])[]
}

/**
 * The part of dagre that this file uses. The types of dagre name files without their endings, which TypeScript does
 * not find here.
 */
interface Dagre {
  readonly graphlib: { readonly Graph: new (options: { readonly multigraph: boolean }) => DagreGraph }
  readonly layout: (graph: DagreGraph) => void
}
interface DagreGraph {
  setGraph(label: object): void
  setNode(name: string, label: object): void
  setEdge(from: string, to: string, label: object, name: string): void
  graph(): Partial<Size>
  node(name: string): Point & Size
  edge(from: string, to: string, name: string): { readonly points: readonly Point[] }
}

const { graphlib, layout } = dagre as unknown as Dagre // the types of dagre do not resolve: see `Dagre`

/** The places of a graph. */
export function placesOf({ sizes, edges, isSideways }: UnplacedGraph): Places {
  const graph = new graphlib.Graph({ multigraph: true })
  graph.setGraph({
    rankdir: isSideways ? 'LR' : 'TB',
    nodesep: isSideways ? 7 : 14,
    ranksep: 34,
    edgesep: 10,
    ranker: 'tight-tree',
  })
  for (const [i, size] of sizes.entries()) graph.setNode(String(i), { ...size })
  for (const [i, { from, to }] of edges.entries()) graph.setEdge(String(from), String(to), {}, String(i))
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    nodes: sizes.map((_, i) => graph.node(String(i))),
    edges: edges.map(({ from, to }, i) => graph.edge(String(from), String(to), String(i)).points),
    width,
    height,
  }
}
