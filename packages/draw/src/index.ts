export { el, serialize } from './svg/element.ts'
export type {
  SvgAttribute,
  SvgAttributes,
  SvgElement,
  SvgElementName,
  SvgId,
  SvgNode,
  SvgRef,
  SvgValue,
} from './svg/element.ts'
export { render } from './picture.ts'
export type { Picture, PictureOptions } from './picture.ts'
export { THEMES } from './theme.ts'
export type { Theme } from './theme.ts'
export type { Names } from './names.ts'
export type { Tone } from './tone.ts'
export { drawTree } from './tree/draw-tree.ts'
export type { TreeOptions } from './tree/draw-tree.ts'
export type { Weigh } from './tree/widths.ts'
export { graphOfDecision, graphOfProgram } from './graph/flow-graph.ts'
export type {
  FlowEdge,
  FlowGraph,
  FlowGraphOptions,
  FlowNode,
  ProgramGraphOptions,
} from './graph/flow-graph.ts'
export { drawFlowGraph } from './graph/draw-graph.ts'
export { dot } from './graph/dot.ts'
export { mermaid } from './graph/mermaid.ts'
export { drawArcs } from './arcs/draw-arcs.ts'
export type { ArcsOptions } from './arcs/draw-arcs.ts'
