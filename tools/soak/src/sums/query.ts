/* The query of docs/fleets.md, run by DuckDB. A process of its own: `node query.js FOLDER OUTPUT`. */
import { createWriteStream, readFileSync } from 'node:fs'
import { DuckDBInstance } from '@duckdb/node-api'

const PAGE = new URL('../../../../docs/fleets.md', import.meta.url)

/** The query for the recordings below `folder`, as the page has it. */
function queryFor(folder: string): string {
  const [, query = ''] = /```sql\n([^]*?)```/.exec(readFileSync(PAGE, 'utf8')) ?? []
  return query.replace("'recordings/", `'${folder}/`)
}

async function main([folder = '', output = '']: readonly string[]): Promise<void> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const result = await connection.stream(queryFor(folder))
  const out = createWriteStream(output)
  for await (const rows of result.yieldRowObjectJson())
    for (const row of rows) out.write(`${JSON.stringify(row)}\n`)
  await new Promise<void>((resolve) => {
    out.end(resolve)
  })
}

await main(process.argv.slice(2))
