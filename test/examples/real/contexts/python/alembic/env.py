# The folder of the migrations has no __init__.py, or it would hide the package of the same name.
