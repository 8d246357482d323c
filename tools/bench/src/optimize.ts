#!/usr/bin/env node
/*
 * `npm run bench optimize`: the result of `optimize` for every program in the vectors, for speed and for size. Exits 1
 * where an output is not proved equal, is longer than its input, or executes more in the mean for the allowed calls of
 * an ABI that the program tests for. Times depend on the machine.
 */
import { parseArgs } from 'node:util'
import { baseline, BASELINE_NAMES, THREE_ABI_NAMES } from '@seccompile/vectors'
import { decode } from '@seccompile/cbpf'
import { table } from '@seccompile/text-layout'
import { optimizeRow } from './optimize-row.ts'
import type { OptimizeRow } from './optimize-row.ts'

const mean = (value: number): string => value.toFixed(2)

function rowsTable(rows: readonly OptimizeRow[]): string {
  return table(
    ['program', 'goal', 'insns: was', 'is', 'ABI', 'executed: was', 'is', 'attach: was', 'is', 'ms', 'worse'],
    rows.flatMap(({ program, goal, insns, abis, attachSteps, ms, worse }) =>
      abis.map(({ abi, was, is }, i) => [
        ...(i === 0 ? [program, goal, String(insns.was), String(insns.is)] : ['', '', '', '']),
        abi,
        mean(was),
        mean(is),
        ...(i === 0 ? [String(attachSteps.was), String(attachSteps.is), ms.toFixed(0), worse ?? ''] : ['', '', '', '']),
      ]),
    ),
  ) // prettier-ignore
}

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const rows = [...BASELINE_NAMES, ...THREE_ABI_NAMES].flatMap((name) =>
  (['speed', 'size'] as const).map((goal) => optimizeRow(name, decode(baseline(name), 'little'), goal)),
)
console.log(values.json ? JSON.stringify({ rows }, undefined, 2) : rowsTable(rows).trimEnd())
if (rows.some(({ worse }) => worse !== undefined)) process.exitCode = 1
