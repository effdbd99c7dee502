import { useState } from 'react';

/** Sizes in rem. */
const SMALLEST = 1.25;
const LARGEST = 3;
const STEP = 0.25;

/** The words for the loudspeaker, as large as whoever reads them at the microphone needs. */
export function LoudScript({ script }: { readonly script: string }) {
  const [size, setSize] = useState(1.75);
  return (
    <>
      <fieldset className="radios sending-buttons">
        <legend className="visually-hidden">Cỡ chữ</legend>
        <button
          type="button"
          className="button button--quiet"
          disabled={size <= SMALLEST}
          onClick={() => setSize(size - STEP)}
        >
          Chữ nhỏ hơn
        </button>
        <button
          type="button"
          className="button button--quiet"
          disabled={size >= LARGEST}
          onClick={() => setSize(size + STEP)}
        >
          Chữ to hơn
        </button>
      </fieldset>
      <div className="card loud-script" style={{ fontSize: `${size}rem` }}>
        {script
          .split(/\n+/)
          .filter((paragraph) => paragraph.trim() !== '')
          .map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the paragraphs of one fixed text never move
            <p key={index}>{paragraph}</p>
          ))}
      </div>
    </>
  );
}
