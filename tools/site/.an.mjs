import { rolldown } from 'rolldown'
import { workerTables } from './dist/worker-tables.js'
import { workerConstants } from './dist/worker-constants.js'
import { workerChunks } from './dist/worker-chunks.js'
const entry = process.argv[2]
const b = await rolldown({ input: entry, platform: 'browser', plugins: [workerTables(), workerConstants()], onLog() {}, external: [/\.css$/] , define: {'process.env.NODE_ENV': '"production"'}})
const { output } = await b.generate({ format: 'es', minify: true, codeSplitting: { groups: [...workerChunks] } })
const main = output[0]
console.log(main.fileName, main.code.length)
const g = new Map()
const rows = Object.entries(main.modules).map(([id, m]) => [m.renderedLength, id.replace(/.*node_modules\/(?!.*node_modules)/, '~').replace('/work/play/', '')])
for (const [n, id] of rows) { const k = id.startsWith('~') ? id.split('/').slice(0, 2).join('/') : id.split('/').slice(0, 2).join('/'); g.set(k, (g.get(k) ?? 0) + n) }
const t = rows.reduce((s, [n]) => s + n, 0)
console.log(t)
console.log([...g].sort((a, b) => b[1] - a[1]).slice(0, 30).map(([k, n]) => n + ' ' + k).join('\n'))
console.log('---'); console.log(rows.sort((a, b) => b[0] - a[0]).slice(0, 700).map(([n, k]) => n + ' ' + k).join('\n'))
import { gzipSync } from 'node:zlib'
console.log('=== ', output.filter(o => o.type === 'chunk').map(o => o.fileName + ' ' + gzipSync(o.code, { level: 9 }).length + (o.imports.length ? ' <- ' + o.imports.join(',') : '')).join('\n=== '))
