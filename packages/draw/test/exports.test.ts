import { expect, it } from 'vitest'
import * as draw from '@seccompile/draw'

it('exports exactly its public names', () => {
  expect(Object.keys(draw).sort()).toEqual([
    'THEMES',
    'barcodeOf',
    'comparedOf',
    'dot',
    'drawArcs',
    'drawBarcode',
    'drawBarcodeDiff',
    'drawBitmap',
    'drawCost',
    'drawFlowGraph',
    'drawPlane',
    'drawTree',
    'drawWaterfall',
    'el',
    'graphOfDecision',
    'graphOfProgram',
    'mermaid',
    'pictureStyle',
    'planeAxes',
    'render',
    'serialize',
  ])
})
