/*
 * The policies of the repository as subjects: the corpus of the golden files, some of it modelled on policies that people
 * run, and Docker's profile. For several ABIs only a policy takes part that a profile can hold.
 */
import { corpus, corpusPolicy } from '@seccompile/golden/corpus'
import { signedAbiTable } from '@seccompile/signatures'
import { dockerPolicy, THREE_ABIS } from './filters.ts'
import { isAlone, isProfile } from './peers/peer-subject.ts'
import type { PeerSubject } from './peers/peer-subject.ts'

const ONE = 'x86_64'
const THREE = THREE_ABIS.map(({ token }) => token).join()

/** The policies of the repository for x86_64, and for x86_64, x86 and x32. */
export async function repositoryPolicies(): Promise<readonly PeerSubject[]> {
  const plain = corpus.filter(({ caps, kernel }) => caps === undefined && kernel === undefined)
  const loaded = await Promise.all(
    plain.map(async (entry) => ({ ...entry, policy: await corpusPolicy(entry) })),
  )
  const ofCorpus = loaded
    .filter(
      ({ abis, policy }) =>
        isAlone(policy) && (abis.join() === ONE || (abis.join() === THREE && isProfile(policy))),
    )
    .map(({ name, abis, policy }) => ({ name, policy, abis: abis.map((token) => signedAbiTable(token)) }))
  const docker = [
    { name: 'docker, x86_64', policy: dockerPolicy('docker-3abi'), abis: [signedAbiTable(ONE)] },
    { name: 'docker, three ABIs', policy: dockerPolicy('docker-3abi'), abis: THREE_ABIS },
  ]
  return [...ofCorpus, ...docker].map((subject) => ({
    ...subject,
    kind: subject.abis.length === 1 ? 'of the repository' : 'of the repository, three ABIs',
  }))
}
