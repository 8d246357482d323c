/* The parts of a flow graph. */
import type { Tone } from '../picture/tone.ts'

/** A node of a flow graph. Its place in the list is its number. */
export interface FlowNode {
  /** The lines of its text. */
  readonly lines: readonly string[]
  /** The tone of a node with a verdict; absent for other nodes. */
  readonly tone?: Tone
  /** The shortest text for the verdict. */
  readonly mark?: string
  /** Whether the node stands for nodes that are left out. */
  readonly isRest?: boolean
  /** Whether the marked way leads through the node. */
  readonly isOnWay?: boolean
  /** The number of tests that the node stands for, if they are several. */
  readonly tests?: number
}

/** An edge: for a test that holds, for a test that does not hold, or without a test. */
export interface FlowEdge {
  readonly from: number
  readonly to: number
  readonly way: 'yes' | 'no' | 'next'
  /** Whether the marked way takes the edge. */
  readonly isOnWay?: boolean
}

/** A filter as nodes and edges; node 0 is the entry. */
export interface FlowGraph {
  readonly nodes: readonly FlowNode[]
  readonly edges: readonly FlowEdge[]
  /** The number of nodes that are left out. */
  readonly leftOut: number
  /** The marked way, in words. */
  readonly marked?: string
}

/** A node whose edges name other nodes by their keys. */
export interface Draft<Key> {
  readonly key: Key
  readonly node: FlowNode
  readonly next: readonly { readonly to: Key; readonly way: FlowEdge['way'] }[]
}
