"""The MkDocs theme `dossier`: Material, brought to a newspaper's calm.

Templates here shadow Material's of the same name; `assets/dossier/` holds our style sheets, the
serif with its licence, and a few small scripts. No Python: MkDocs finds the folder through the
entry point `mkdocs.themes` of this package.
"""
