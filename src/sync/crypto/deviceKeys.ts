import { bytesToBase64, bytesToHex } from '../../kit/bytes.ts'
import type { DeviceKeys } from '../../log/membership.ts'
import { exportPublic, makeAgreementPair, makeSigningPair, randomBytes } from './webCrypto.ts'

/** A device's own keys: the private halves can be used by this browser and read by nobody. */
export interface OwnDevice {
  /** 16 hex digits. */
  id: string
  signing: CryptoKey
  agreement: CryptoKey
  /** The public halves, as entries carry them. */
  keys: DeviceKeys
}

/**
 * Makes a device: for one space only, so that nothing links the same phone in two. `extractable` is for a recovery kit,
 * whose private keys are sealed into its envelope.
 */
export async function makeDevice(extractable = false): Promise<OwnDevice> {
  const [signing, agreement] = await Promise.all([makeSigningPair(extractable), makeAgreementPair(extractable)])
  const [signingPublic, agreementPublic] = await Promise.all([
    exportPublic(signing.publicKey),
    exportPublic(agreement.publicKey),
  ])
  return {
    id: bytesToHex(randomBytes(8)),
    signing: signing.privateKey,
    agreement: agreement.privateKey,
    keys: { signing: bytesToBase64(signingPublic), agreement: bytesToBase64(agreementPublic) },
  }
}
