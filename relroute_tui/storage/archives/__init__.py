"""An organisation's shared archive: a store of sealed documents, wherever it is."""
