import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()

const profile = (...names: readonly string[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names, action: 'SCMP_ACT_ALLOW' }] })
const OLD = file('old.json', profile('read', 'write', 'close', 'exit'))
const NEW = file('new.json', profile('read', 'write', 'exit', 'exit_group'))

/** The content of the file that the command writes with that ending. */
async function written(ending: string, ...args: readonly string[]): Promise<string> {
  const output = at(`answer.${ending}`)
  const { err } = await runCli([...args, '--abi', 'x86_64', '-o', output])
  expect(err).toBe('')
  return readFileSync(output, 'utf8')
}

const titleOf = (svg: string): string => /<title[^>]*>(.*?)<\/title>/.exec(svg)?.[1] ?? ''

describe('the answer of cost', () => {
  it('as a picture is the one of draw cost', async () => {
    const svg = await written('svg', 'cost', OLD)
    expect(svg).toBe(await written('svg', 'draw', 'cost', OLD))
    expect(titleOf(svg)).toContain('Instructions executed per call')
    expect((await runCli(['cost', OLD, '--abi', 'x86_64', '--format', 'svg'])).out).toBe(svg)
  })

  it.each([
    ['md', '--format=markdown'],
    ['json', '--json'],
    ['txt', '--format=text'],
  ])('has the form of the ending .%s, as %s prints it', async (ending, option) => {
    const printed = await runCli(['cost', OLD, '--abi', 'x86_64', option])
    expect(await written(ending, 'cost', OLD)).toBe(printed.out)
  })

  it('says which file it wrote, and nothing of it', async () => {
    const output = at('said.md')
    const { status, out } = await runCli(['cost', OLD, '--abi', 'x86_64', '-o', output])
    expect([status, out]).toEqual([0, `${output}: what the filter costs\n`])
  })
})

describe('the answer of diff', () => {
  it('as a picture is the one of draw barcode', async () => {
    const svg = await written('svg', 'diff', OLD, NEW)
    expect(svg).toBe(await written('svg', 'draw', 'barcode', OLD, NEW))
    expect(titleOf(svg)).toMatch(/^From \S*old\.json to \S*new\.json: 1 call weaker, 1 call stricter$/)
  })

  it('as a page has the picture and the table', async () => {
    const page = await written('html', 'diff', OLD, NEW)
    expect(page).toMatch(/<h1>Changes from \S*old\.json to \S*new\.json<\/h1>/)
    expect(page).toContain('<meta http-equiv="Content-Security-Policy" content="default-src')
    expect(page).toMatch(/<svg [^>]*>\n<title[^>]*>From /)
    expect(page).toMatch(/<p>x86_64: 1 call weaker, 1 stricter \(\S*old\.json → \S*new\.json\)\. Weaker: /)
    expect([...page.matchAll(/<span class="open">weaker<\/span>/g)]).toHaveLength(1)
    expect(page).toContain('<code>exit_group</code>')
    expect(page).not.toContain('<nav')
  })

  it('shows in picture and table only what --only and --within ask for, and says so', async () => {
    const options = ['--only', 'weaker', '--within', 'x86_64:0-300']
    const page = await written('html', 'diff', OLD, NEW, ...options)
    expect(page).toContain('<dd>within x86_64:0-300, only weaker</dd>')
    expect(page).not.toContain('<span class="refused">stricter</span>')
    const svg = await written('svg', 'diff', OLD, NEW, ...options)
    expect(titleOf(svg)).toMatch(/\(within x86_64:0-300, only weaker\): 1 call weaker$/)
    expect(svg).toMatch(/<title>231 exit_group: [^<]*, weaker<\/title>/)
    expect(svg).not.toMatch(/<title>3 close: [^<]*, stricter<\/title>/)
    const none = await written('svg', 'diff', OLD, NEW, '--only', 'other')
    expect(titleOf(none)).toMatch(/\(only other\): no call changes$/)
    expect(await written('html', 'diff', OLD, NEW, '--only', 'other')).toContain(
      '<p>None is other. x86_64: 1 call weaker, 1 stricter (',
    )
  })

  it('has the status of the answer, whatever its form', async () => {
    const statusOf = async (...args: readonly string[]): Promise<number> =>
      (await runCli([...args, '--abi', 'x86_64', '-o', at('status.svg')])).status
    expect(await statusOf('diff', OLD, NEW)).toBe(1)
    expect(await statusOf('diff', OLD, OLD)).toBe(0)
  })

  it('keeps a hostile name text in the page', async () => {
    const name = file('<img src=x onerror=alert(1)>.json', profile('read'))
    const page = await written('html', 'diff', OLD, name)
    expect(page).not.toContain('<img')
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;')
  })
})

describe('an answer that cannot be written', () => {
  it.each([
    [['cost', OLD, '-o', at('cost.pdf')], 'cost.pdf: its ending names no form; name a file that ends in .svg, .md, .markdown, .json or .txt, or give --format'],
    [['diff', OLD, NEW, '-o', at('diff.dot')], 'diff.dot: its ending names no form; name a file that ends in .svg, .html, .htm, .md, .markdown, .json or .txt, or give --format'],
    [['cost', OLD, '-o', ''], '--output: expected the path of a file; got ""'],
    [['cost', OLD, '--format', 'svq'], '--format: expected text, markdown or svg; got "svq"; did you mean "svg"?'],
    [['cost', OLD, '--format', 'json'], '--format: for JSON, use --json'],
    [['diff', OLD, NEW, '--format', 'svq'], 'got "svq"; did you mean "svg"?'],
    [['cost', OLD, '--json', '--format', 'svg'], '--json and --format svg exclude each other'],
    [['cost', OLD, '--per-call', '--format', 'svg'], '--per-call adds rows to a table, and a picture has no table; leave one of the two out'],
    [['cost', OLD, '-o', at('nowhere/cost.svg')], 'nowhere/cost.svg: cannot be written: its folder does not exist'],
    [['diff', OLD, NEW, '-o', at('nowhere/diff.html')], 'nowhere/diff.html: cannot be written: its folder does not exist'],
  ])('%j is an error with status 2', async (args, message) => {
    const { status, out, err } = await runCli([...args, '--abi', 'x86_64'])
    expect([status, out]).toEqual([2, ''])
    expect(err).toContain(message)
  }) // prettier-ignore

  it('leaves the file that is there as it was, and nothing beside it', async () => {
    const folder = at('kept')
    mkdirSync(folder)
    const output = file('kept/diff.svg', 'before')
    const wrong = file('wrong.json', '{')
    for (const args of [
      ['diff', OLD, wrong],
      ['cost', wrong],
      ['diff', wrong, OLD],
    ])
      // prettier-ignore
      expect((await runCli([...args, '-o', output])).status).toBe(2)
    expect(readFileSync(output, 'utf8')).toBe('before')
    expect(readdirSync(folder)).toEqual(['diff.svg'])
  })

  it('never replaces what the answer is made from', async () => {
    const counts = file('counts.json', '{ "read": 1 }')
    const link = at('link.json')
    symlinkSync(NEW, link)
    for (const args of [
      ['cost', OLD, '-o', OLD],
      ['cost', OLD, '--weights', counts, '-o', counts],
      ['diff', OLD, NEW, '-o', link],
      ['draw', 'tree', OLD, '--weights', counts, '--format', 'svg', '-o', counts],
    ]) {
      const { status, err } = await runCli(args)
      expect([status, err]).toEqual([2, `error: ${args.at(-1)}: is an input file, which the output would replace; name another file with -o\n`]) // prettier-ignore
    }
    expect(readFileSync(counts, 'utf8')).toBe('{ "read": 1 }')
    expect(existsSync(link)).toBe(true)
  })
})
