import { assetPaths, assetUrl } from '../kit/assets.ts'

/** Reads the QR codes in a picture: their texts, in no order. */
export type ReadCodes = (picture: HTMLVideoElement | ImageBitmap) => Promise<string[]>

/** What the browser offers, where it does. */
interface Detector {
  detect(picture: ImageBitmapSource): Promise<{ rawValue: string }[]>
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** The browser's own reader of QR codes, else one kept on this device. */
export async function openCodeReader(): Promise<ReadCodes> {
  const detector = (await ownDetector()) ?? (await keptDetector())
  return async (picture) => (await detector.detect(picture)).map(({ rawValue }) => rawValue)
}

async function ownDetector(): Promise<Detector | null> {
  const own = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector
  try {
    if (own === undefined || !(await own.getSupportedFormats()).includes('qr_code')) return null
    return new own({ formats: ['qr_code'] })
  } catch {
    // some systems have the name and not the service behind it
    return null
  }
}

async function keptDetector(): Promise<Detector> {
  const { BarcodeDetector, setZXingModuleOverrides } = await import('barcode-detector/ponyfill')
  setZXingModuleOverrides({ locateFile: () => assetUrl(assetPaths.codeReader, location.origin) })
  return new BarcodeDetector({ formats: ['qr_code'] })
}
