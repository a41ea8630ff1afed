/** A person as the EHR knows them. */
export interface PublishedPerson {
  readonly name: string;
  /** Relative reference, such as `Practitioner/abc`. */
  readonly reference?: string;
}

/** A query that a person sent to the clinician, as it is published. */
export interface PublishableQuery {
  /** Of its finding. */
  readonly key: string;
  /** False when its finding no longer holds: a query that nobody has answered is withdrawn then. */
  readonly holds: boolean;
  readonly title: string;
  readonly question: string;
  readonly options: readonly string[];
  readonly indicators: readonly { readonly documentId: string; readonly quote: string; readonly source: string }[];
  /** Whom it is for: who wrote the note that is asked about, where that is known. */
  readonly owner: string | undefined;
  readonly by: PublishedPerson;
  readonly at: Date;
  readonly answer?: {
    /** The chosen option's words. */
    readonly option: string | undefined;
    readonly words: string | undefined;
    readonly by: PublishedPerson;
    readonly at: Date;
  };
}
