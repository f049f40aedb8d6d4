import * as Comlink from 'comlink'
import { createBrowserEnvironment } from './browserEnvironment.ts'
import { cutSheet, findCorners } from './cutSheet.ts'
import { drawPage } from './drawPage.ts'
import { unpackContainer } from './openContainer.ts'
import type { ExtractionApi } from './protocol.ts'
import { readDocument, readPlainText } from './readDocument.ts'

const environment = createBrowserEnvironment()

const api: ExtractionApi = {
  read: (file, limits, onProgress) => readDocument(environment, file, limits, onProgress),
  readText: (file, limits) => readPlainText(environment, file, limits),
  unpack: (file, limits, skip, onFile) =>
    unpackContainer(file, limits, skip, (unpacked) =>
      // Handed over, not copied: the list of what is transferred goes with the call.
      onFile(
        Comlink.transfer(
          unpacked,
          [unpacked.bytes, unpacked.cover].flatMap((bytes) => (bytes ? [bytes.buffer] : [])),
        ),
      ),
    ),
  drawPage: (file, page, widthPx) => drawPage(environment, file, page, widthPx),
  findCorners: (file) => findCorners(environment, file),
  cutSheet: (file, corners) => cutSheet(environment, file, corners),
}

Comlink.expose(api)
