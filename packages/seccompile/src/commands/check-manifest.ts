import { dirname } from 'node:path'
import { undecided } from '@seccompile/answer'
import type { Answer } from '@seccompile/answer'
import {
  aboutTwo,
  changeReport,
  reportFacts,
  reportText,
  summaryText,
  witnessFacts,
} from '@seccompile/describe'
import type { RawOption } from '@seccompile/describe'
import { isModulePath, PRESET } from '@seccompile/policy-files'
import { parseManifest } from '@seccompile/policy-files/manifest'
import type { Manifest } from '@seccompile/policy-files/manifest'
import { changes, equal, STACK_LIMITS } from '@seccompile/prover'
import type { Different } from '@seccompile/prover'
import { shortDigest } from '@seccompile/report/compilation'
import { printableLine } from '@seccompile/text-layout'
import { asking } from '../ask/asking.ts'
import type { Asked } from '../ask/asking.ts'
import { CliError } from '../io/cli-error.ts'
import { checkOneStdin, inputName, readText, relativeArgument } from '../io/input.ts'
import { isLinkOut, isSameFile } from '../io/inside.ts'
import { openPolicyAndFilter } from '../load/open-filter.ts'
import { partOf } from '../load/policy-file.ts'
import type { AskedTwo } from '../load/question.ts'
import { JSON_OUT, RAW } from '../options/forms.ts'
import { readTarget } from '../options/target.ts'
import { paintVerdicts } from '../show/verdict-colours.ts'
import { witnessForms } from '../show/witness-forms.ts'
import { someArguments } from '../syntax/argument.ts'
import { defineCommand } from '../syntax/command.ts'
import type { Command } from '../syntax/command.ts'
import { FILES } from '../syntax/completion.ts'
import { flag } from '../syntax/option.ts'
import { fromManifest } from '../write/manifest-paths.ts'

/** Manifests to check. */
interface ManifestCheck extends RawOption {
  readonly manifest: readonly string[]
  /** Whether a policy may be a module, which is then run. */
  readonly allowModules: boolean
  readonly json: boolean
}

/**
 * The policy and the files of the filter that the manifest at `path` names.
 * @throws CliError for a module without `--allow-modules`, for a file that a symbolic link leads out of the folder of
 * the manifest, and for one file that is named as policy and filter
 */
function namedFiles(
  path: string,
  manifest: Manifest,
  { allowModules }: Pick<ManifestCheck, 'allowModules'>,
): { readonly policy: string; readonly files: readonly string[] } {
  const name = inputName(path)
  const policy = fromManifest(path, manifest.policy)
  const files = manifest.filters.map((file) => fromManifest(path, file))
  // The path that is read is tested, because "policy.mjs/." in a manifest is a module too.
  if (isModulePath(policy) && !allowModules)
    throw new CliError(
      `${name}: the policy ${manifest.policy} is a module, and loading a module runs its code; add --allow-modules if you trust the manifest and the module`,
    )
  const ofPolicy = policy.startsWith(PRESET) ? [] : [partOf(policy).path]
  for (const file of [...ofPolicy, ...files.map((each) => partOf(each).path)])
    if (isLinkOut(dirname(path), file))
      throw new CliError(
        `${name}: ${file} is a link to a file outside the folder of the manifest; name a file in that folder`,
      )
  for (const file of files)
    if (ofPolicy.some((one) => isSameFile(one, file)))
      throw new CliError(
        `${name}: ${file} is named both as the policy and as a filter, so nothing would be compared; name the filter that was made from the policy`,
      )
  return { policy, files }
}

/** The names in an answer, for messages and for machines: the manifest and its files. */
interface ManifestFacts {
  readonly manifest: string
  readonly policy: string
  readonly filter: string
  readonly options: Manifest['options']
}

/** Which calls differ; where that is not decided, one of them. */
async function differentAnswer(
  asked: AskedTwo,
  facts: ManifestFacts,
  proof: Different,
  options: Asked<ManifestCheck>,
): Promise<Answer> {
  const { left, right, prove } = asked
  const title = `${facts.filter}: does not mean what ${facts.policy} means`
  const found = changes(left.subject, right.subject, prove)
  if (found.kind === 'undecided') {
    const { reason } = found
    const says = `${title}; the list of calls that differ is not decided: ${reason}; one of them:`
    const { text } = witnessForms(says, 'different', asked, proof, { ...options, trace: true })
    return {
      status: 'no',
      text,
      facts: async () => ({
        answer: 'different',
        ...facts,
        ...(await witnessFacts(asked, proof, options)),
        reason,
      }),
    }
  }
  const report = await changeReport(asked, found.changes, { ...options, hasWithin: false })
  return {
    status: 'no',
    text: (paint) =>
      paintVerdicts(paint, `${printableLine(`${title}: ${summaryText(report)}`)}\n${reportText(report)}`),
    facts: () => ({ answer: 'different', ...facts, ...reportFacts(report) }),
  }
}

/** Whether the filter of one manifest means what its policy means. */
async function checkOne(argument: string, options: Asked<ManifestCheck>): Promise<Answer> {
  const path = relativeArgument(argument)
  const name = inputName(path)
  const manifest = parseManifest(readText(path, 'a manifest in JSON'), name)
  const { policy, files } = namedFiles(path, manifest, options)
  const filter = files.join(',')
  // The warnings about the policy were printed when the filter was made.
  const asked = aboutTwo(await openPolicyAndFilter(policy, files, readTarget(manifest.options)))
  const facts = { manifest: name, policy, filter, options: manifest.options }
  const proof = equal(asked.left.subject, asked.right.subject, { ...asked.prove, ...STACK_LIMITS })
  switch (proof.kind) {
    case 'undecided':
      return undecided(proof.reason)
    case 'no-difference':
    case 'same':
    case 'equal': {
      const digest = proof.kind === 'equal' ? proof.digest : undefined
      const isNew = digest !== undefined && manifest.digest !== undefined && digest !== manifest.digest
      const mark = digest === undefined ? '' : `, digest ${shortDigest(digest)}`
      return {
        status: 'yes',
        notes: isNew ? [`${name}: policy and filter have both changed since the manifest was written`] : [],
        text: () => `${printableLine(filter)}: means what ${printableLine(policy)} means${mark}\n`,
        facts: () => ({ answer: 'equal', ...facts, digest, changed: isNew }),
      }
    }
    case 'different':
      return differentAnswer(asked, facts, proof, options)
  }
}

/** For each manifest, whether filter and policy still mean the same, by proof, and the calls that differ. */
async function* checkManifest(options: Asked<ManifestCheck>): AsyncGenerator<Answer> {
  checkOneStdin(options.manifest)
  for (const manifest of options.manifest) yield await checkOne(manifest, options)
}

/** `seccompile check-manifest`. */
export const command: Command = defineCommand({
  description:
    'prove that filters still mean what their policies mean; if not, list the calls that differ (exit 1)',
  args: { manifest: someArguments('a file that "compile --manifest" has written beside a filter', FILES) },
  options: {
    allowModules: flag(
      'run a policy that is a module: only for manifests and modules that you trust (default: refuse it)',
    ),
    json: JSON_OUT,
    raw: RAW,
  },
  examples: [
    {
      does: 'a filter that "compile profile.json --manifest -o filter.bpf" has made',
      line: 'seccompile check-manifest filter.bpf.json',
    },
  ],
  run: asking(checkManifest),
})
