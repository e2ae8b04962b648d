import readQr from 'jsqr';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { QrCode } from './qr-code.tsx';

const SCALE = 4;

/** What a camera sees of the drawing: RGBA, each module SCALE pixels wide. */
function photograph(markup: string): { pixels: Uint8ClampedArray; side: number } {
  const side = Number(/viewBox="0 0 (\d+)/.exec(markup)?.[1]) * SCALE;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of (/qr-dark" d="([^"]*)"/.exec(markup)?.[1] ?? '').matchAll(/M(\d+) (\d+)h1v1h-1z/g))
    for (let row = Number(y) * SCALE; row < (Number(y) + 1) * SCALE; row++) {
      const from = row * side + Number(x) * SCALE;
      for (let pixel = from; pixel < from + SCALE; pixel++) pixels.fill(0, pixel * 4, pixel * 4 + 3);
    }
  return { pixels, side };
}

it.each([
  'otpauth://totp/%C3%89gide:camille.rouviere%40ch-montferrand.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=%C3%89gide',
  'a',
])('is read by a camera: %s', (text) => {
  const { pixels, side } = photograph(renderToStaticMarkup(<QrCode text={text} label="Code" />));
  expect(readQr(pixels, side, side)?.data).toBe(text);
});

it('has a name for those who do not see it', () => {
  expect(renderToStaticMarkup(<QrCode text="a" label="Code à viser" />)).toContain(
    'role="img" aria-label="Code à viser"',
  );
});
