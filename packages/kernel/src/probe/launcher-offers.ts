/* The ways to attach a filter on this machine, and what to do for those that are missing. */
import { BRIDGES } from '../libc/bridge.ts'
import { tryBridge } from '../libc/open-bridge.ts'
import { isBridge, LAUNCHERS } from '../launch/launch-words.ts'
import type { LauncherName } from '../launch/launch-words.ts'
import { LAUNCHER_PACKAGES, whyNotLauncher } from '../launch/other-launcher.ts'
import { whyNotSecondRuntime } from '../launch/second-runtime.ts'
import type { Offer } from './offer.ts'

/** The bridges by which this process calls the C library. */
export function bridgeOffers(): readonly Offer[] {
  return BRIDGES.map((name) => {
    const opened = tryBridge(name)
    return opened.kind === 'open'
      ? { name, offered: true, why: 'the C library can be called' }
      : { name, offered: false, why: opened.why, toDo: opened.toDo }
  })
}

function launcherOffer(name: LauncherName): Offer {
  if (isBridge(name)) {
    const missing = whyNotSecondRuntime(name)
    return missing === undefined
      ? { name, offered: true, why: 'a second runtime attaches the filter and becomes the command' }
      : { name, offered: false, why: missing.why, toDo: missing.toDo }
  }
  const why = whyNotLauncher(name)
  return why === undefined
    ? { name, offered: true, why: 'it is installed' }
    : { name, offered: false, why, toDo: `install ${LAUNCHER_PACKAGES[name]}` }
}

/** The launchers, in the order in which `run` tries them. */
export const launcherOffers = (): readonly Offer[] => LAUNCHERS.map((name) => launcherOffer(name))
