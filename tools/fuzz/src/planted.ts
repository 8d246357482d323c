import type { PlantedFault } from './worker-job.ts'

/** `text` with the fault. @throws Error where `text` does not have what the fault replaces exactly once */
export function planted(
  text: string,
  { file, find, replace }: Pick<PlantedFault, 'file' | 'find' | 'replace'>,
): string {
  const count = text.split(find).length - 1
  if (count !== 1)
    throw new Error(`${file}: "${find}" stands there ${count} times, not once; edit the planted fault`)
  return text.replace(find, () => replace)
}
