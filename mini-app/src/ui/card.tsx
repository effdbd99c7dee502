import { type ReactNode, useId } from 'react';

interface CardProps {
  readonly heading: string;
  /** At the right of the heading: a link or a button. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A part of a page under its own h2. */
export function Card({ heading, aside, children }: CardProps) {
  const id = useId();
  return (
    <section className="card" aria-labelledby={id}>
      <div className="card__head">
        <h2 id={id} className="card__heading">
          {heading}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
