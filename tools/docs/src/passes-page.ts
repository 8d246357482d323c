/*
 * The page of passes: the fields of every pass, as prose. No part of the page is written by hand, so it is as true as
 * the fields. The tests of each pass check the claims in its fields.
 */
import { pipelineOptions } from '@seccompile/compiler'
import type { NamedPipeline } from '@seccompile/compiler'
import type { AnyPass, CostClaims } from '@seccompile/pass'

const HEAD = `<!-- Written by "npm run gen docs" from the passes themselves. -->

# Passes

Every pass that comes with the compiler, in the order in which a pipeline uses them. \`seccompile lookup passes\` lists them
too, along with those of your own that \`--use\` brings. How to write one: [adding a pass](adding-a-pass.md).
\`pnpm gain\` measures [what a pass gains](adding-a-pass.md#see-what-it-gains).
`

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return line(header) + line(header.map(() => '---')) + rows.map(line).join('')
}

/** A word of a command line, quoted where the text of a pipeline has brackets, which a shell would read. */
const shellWord = (word: string): string => (word.includes('(') ? `'${word}'` : word)

const code = (text: string): string => `\`${text}\``

/** The claims of a pass, a sentence each. */
function claims({ insns, longestPath, idempotent }: CostClaims, to: string): readonly string[] {
  const size = { rules: 'ranges', decision: 'nodes', program: 'instructions' }[to] ?? 'parts'
  return [
    ...(insns === 'never-more' ? [`The output never has more ${size}.`] : []),
    ...(longestPath === 'never-longer' ? ['No call executes more than before.'] : []),
    ...(idempotent === true ? ['A second run changes nothing.'] : []),
  ]
}

/** The packages of passes that do not have the name of their pass. */
const SHARED_PACKAGES: Readonly<Record<string, string>> = {
  'libseccomp-list': 'pass-libseccomp-shapes',
  'libseccomp-tree': 'pass-libseccomp-shapes',
}

function section({ name, from, to, summary, cost = {}, required, declines }: AnyPass): string {
  const folder = SHARED_PACKAGES[name] ?? `pass-${name}`
  const facts = [
    `From ${from} to ${to}.`,
    ...claims(cost, to),
    ...(required === true ? ['No pipeline works without it, so bisecting leaves it in.'] : []),
    ...(declines === true ? ['Declines what it cannot take, and says why.'] : []),
  ]
  return `## ${name}\n\n${capital(summary)}. ${facts.join(' ')}\n\n[${code(`@seccompile/${folder}`)}](../packages/${folder}/README.md)\n`
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The page in Markdown, not yet laid out. */
export function passesPage(
  passes: readonly AnyPass[],
  pipelines: Readonly<Record<string, NamedPipeline>>,
): string {
  return [
    HEAD,
    tableOf(
      ['pass', 'from', 'to', 'what it does'],
      passes.map(({ name, from, to, summary }) => [`[${name}](#${name})`, from, to, summary]),
    ),
    ...passes.map(section),
    `## Named pipelines\n\n${tableOf(
      ['pipeline', 'what it is', 'the same as'],
      Object.entries(pipelines).map(([name, { summary, ...chosen }]) => [
        code(name),
        summary,
        code(pipelineOptions(chosen).map(shellWord).join(' ')),
      ]),
    )}`,
  ].join('\n')
}
