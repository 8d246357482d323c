import { watch } from '@seccompile/watch'
import { signedAbiTable } from '@seccompile/signatures'
import { decode } from '@seccompile/cbpf'
import { readFileSync } from 'node:fs'
const abis = ['x86_64', 'x32', 'x86'].map(signedAbiTable)
const program = decode(readFileSync(process.argv[2]), 'little')
const t = Date.now()
const w = watch(program, process.argv.slice(3), { abis, use: process.env.USE ?? 'denials' })
for await (const batch of w) console.log(batch)
console.log(await w.report, Date.now() - t)
